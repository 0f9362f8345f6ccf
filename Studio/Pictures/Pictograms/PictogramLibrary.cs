using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace TemporalVideo.Studio.Pictures.Pictograms;

/// <summary>
/// The pictograms that may be used, and the words that each stands for: Microsoft's Fluent Emoji (flat; MIT) with the keywords of emojilib
/// (MIT),
/// and the ones drawn for this product.
/// </summary>
internal sealed class PictogramLibrary
{
    private readonly JsonElement _icons;
    private readonly Dictionary<string, string[]> _keywords;
    private readonly Dictionary<string, string> _names;
    private readonly Func<string, string?> _usableName;
    private readonly string _folder;
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, AnnotatedWords>?> _annotations = new(StringComparer.Ordinal);

    private PictogramLibrary(
        JsonElement icons, Dictionary<string, string[]> keywords, Dictionary<string, string> names, Func<string, string?> usableName,
            string folder)
    {
        _icons = icons;
        _keywords = keywords;
        _names = names;
        _usableName = usableName;
        _folder = folder;
        Names = [.. keywords.Keys.Concat(OwnPictograms.Names).Concat(Vocabulary.Pictograms).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The set that the build put beside the program, read once.</summary>
    public static Lazy<PictogramLibrary> Shipped { get; } = new(() => Load(Path.Combine(AppContext.BaseDirectory, "pictograms")));

    /// <summary>Words by name of the pictograms that may be chosen.</summary>
    public IReadOnlyDictionary<string, string[]> Keywords => _keywords;

    /// <summary>Names of all that may be chosen, those drawn for this product among them, in a fixed order.</summary>
    public IReadOnlyList<string> Names { get; }

    public bool Has(string name) => Own(name) is not null || _icons.TryGetProperty(name, out _);

    public Pictogram Get(string name) =>
        Own(name)
        ?? (_icons.TryGetProperty(name, out var icon)
            ? new Pictogram(name, icon.GetProperty("body").GetString()!)
            : throw new ArgumentException($"There is no pictogram \"{name}\".", nameof(name)));

    /// <summary>The picture of an emoji as a text writes it, with or without its variation selector; null when it is none.</summary>
    public Pictogram? OfEmoji(string emoji) =>
        _names.TryGetValue(CodePoints(emoji), out var name) && _icons.TryGetProperty(name, out _) ? Get(name) : null;

    /// <summary>What a language calls the pictograms; null for a language that was not shipped.</summary>
    /// <param name="language">As in <c>fr</c>.</param>
    public IReadOnlyDictionary<string, AnnotatedWords>? Annotations(string language) => _annotations.GetOrAdd(language, _ =>
        File.Exists(Path.Combine(_folder, "words", $"{language}.json"))
            ? AnnotatedWords.Read(Read(Path.Combine(_folder, "words"), $"{language}.json"))
                .Select(entry => (Name: _usableName(entry.Emoji), entry.Words))
                .Where(entry => entry.Name is not null)
                .DistinctBy(entry => entry.Name)
                .ToDictionary(entry => entry.Name!, entry => entry.Words, StringComparer.Ordinal)
            : null);

    private static PictogramLibrary Load(string folder)
    {
        var icons = Read(folder, "icons.json").GetProperty("icons").Clone();
        var names = Read(folder, "chars.json").EnumerateObject()
            .ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!, StringComparer.Ordinal);
        var usable = Read(folder, "metadata.json").GetProperty("categories").EnumerateObject()
            .SelectMany(category => category.Value.EnumerateArray().Select(name => name.GetString()!)
                .Where(name => PictogramPolicy.IsUsable(category.Name, name)))
            .ToHashSet(StringComparer.Ordinal);
        Dictionary<string, string[]> keywords = new(StringComparer.Ordinal);
        foreach (var emoji in Read(folder, "emoji-en-US.json").EnumerateObject())
        {
            if (UsableName(emoji.Name) is { } name)
            {
                keywords[name] = [.. emoji.Value.EnumerateArray().Select(word => word.GetString()!.ToLowerInvariant().Replace('_', ' '))];
            }
        }

        return new PictogramLibrary(icons, keywords, names, UsableName, folder);

        string? UsableName(string emoji) => names.TryGetValue(CodePoints(emoji), out var name) && usable.Contains(name) ? name : null;
    }

    private static Pictogram? Own(string name) => OwnPictograms.Find(name);

    private static JsonElement Read(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                $"The pictogram set is missing: {path}. Build the solution again; the build fetches it with npm.", path);
        }

        using var stream = File.OpenRead(path);
        return JsonDocument.Parse(stream).RootElement;
    }

    private static string CodePoints(string emoji) =>
        string.Join('-', emoji.EnumerateRunes().Where(rune => rune.Value != 0xFE0F)
            .Select(rune => rune.Value.ToString("x", CultureInfo.InvariantCulture)));
}
