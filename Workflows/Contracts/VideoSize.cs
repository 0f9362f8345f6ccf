using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>Size and shape of a picture; layouts are composed for each. JSON and front matter: width to height, <c>16:9</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VideoSize>))]
public enum VideoSize
{
    /// <summary>1920×1080, for screens; the default.</summary>
    [JsonStringEnumMemberName("16:9")] Wide,

    /// <summary>1080×1920, for telephones held upright.</summary>
    [JsonStringEnumMemberName("9:16")] Tall,

    /// <summary>1080×1080, for feeds.</summary>
    [JsonStringEnumMemberName("1:1")] Square,
}

/// <summary>Names and measures of <see cref="VideoSize"/>.</summary>
public static class VideoSizes
{
    /// <summary>The names there are, as a message lists them.</summary>
    public const string Names = "16:9, 9:16 or 1:1";

    private const int Long = 1920;
    private const int Short = 1080;

    /// <summary>Width in pixels.</summary>
    /// <param name="size">The size.</param>
    public static int Width(this VideoSize size) => size == VideoSize.Wide ? Long : Short;

    /// <summary>Height in pixels.</summary>
    /// <param name="size">The size.</param>
    public static int Height(this VideoSize size) => size == VideoSize.Tall ? Long : Short;

    /// <summary>Width to height, as people write it.</summary>
    /// <param name="size">The size.</param>
    public static string Name(this VideoSize size) => size switch
    {
        VideoSize.Tall => "9:16",
        VideoSize.Square => "1:1",
        _ => "16:9",
    };

    /// <summary>The size of a name; null when there is none of it.</summary>
    /// <param name="name">One of <see cref="Names"/>; spaces do not count.</param>
    public static VideoSize? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var bare = name.Replace(" ", "", StringComparison.Ordinal);
        foreach (var size in Enum.GetValues<VideoSize>())
        {
            if (size.Name() == bare)
            {
                return size;
            }
        }

        return null;
    }
}
