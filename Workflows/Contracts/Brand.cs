using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>Pictures that a person brought of a brand, in the object store. JSON: names in snake case.</summary>
public sealed record BrandPictures
{
    /// <summary>Key of the logo, which stands in every picture; null without one.</summary>
    [JsonPropertyName("logo"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Logo { get; init; }

    /// <summary>Pictures of products and characters; default none.</summary>
    [JsonPropertyName("pictures")]
    public IReadOnlyList<BrandPicture> Pictures { get; init; } = [];

    /// <summary>The same with other keys.</summary>
    /// <param name="keyOf">The new key of an old one.</param>
    public BrandPictures WithKeys(Func<string, string> keyOf)
    {
        ArgumentNullException.ThrowIfNull(keyOf);
        return new()
        {
            Logo = Logo is null ? null : keyOf(Logo),
            Pictures = [.. Pictures.Select(picture => picture with { Key = keyOf(picture.Key) })],
        };
    }
}

/// <summary>A picture of a product or a character.</summary>
/// <param name="Alt">Whom or what it shows, as the lesson names it.</param>
/// <param name="Key">Its key.</param>
/// <param name="IsCharacter">Whether it shows a character: painted scenes keep to it, and it is shown itself only where nothing is
/// painted.</param>
public sealed record BrandPicture(
    [property: JsonPropertyName("alt")] string Alt,
    [property: JsonPropertyName("key")] string Key,
    [property: JsonPropertyName("is_character")] bool IsCharacter);
