using System.Collections.Concurrent;
using System.Text;
using HarfBuzzSharp;

namespace TemporalVideo.Studio.Pictures.Typography;

/// <summary>
/// The fonts of the pictures, found by their files: the first of Inter Display, Inter, Lato and DejaVu Sans that this machine has; for
/// scripts that it lacks
/// the Noto fonts, those that come with the product first.
/// </summary>
internal sealed class FontLibrary
{
    private static readonly Family[] Families =
    [
        new("Inter Display", "InterDisplay-{0}.otf", "Medium", "SemiBold", "ExtraBold", "MediumItalic"),
        new("Inter", "Inter-{0}.otf", "Medium", "SemiBold", "ExtraBold", "MediumItalic"),
        new("Lato", "Lato-{0}.ttf", "Medium", "Semibold", "Heavy", "MediumItalic"),
        new("Lato", "Lato-{0}.ttf", "Medium", "Semibold", "Black", "MediumItalic"),
        new("DejaVu Sans", "DejaVuSans{0}.ttf", "", "-Bold", "-Bold", ""),
    ];

    // In the order of preference; the product's own files have the weight's number in their names.
    private static readonly Dictionary<FontStyle, string[]> Weights = new()
    {
        [FontStyle.Medium] = ["_500Medium", "-Medium", "-Regular"],
        [FontStyle.Italic] = ["_500Medium", "-Medium", "-Regular"],
        [FontStyle.Code] = ["_500Medium", "-Medium", "-Regular"],
        [FontStyle.SemiBold] = ["_600SemiBold", "-SemiBold", "-Bold", "-Regular"],
        [FontStyle.ExtraBold] = ["_800ExtraBold", "-ExtraBold", "-Black", "-Bold", "-Regular"],
    };

    private readonly ConcurrentDictionary<(string File, int Index), FontFace?> _faces = new();
    private readonly Dictionary<string, string> _files;
    private readonly Family _family;

    private FontLibrary(Dictionary<string, string> files, Family family)
    {
        _files = files;
        _family = family;
    }

    /// <summary>The fonts of this machine, found once.</summary>
    public static Lazy<FontLibrary> Installed { get; } = new(Find);

    /// <summary>Name of the main family, as other programs ask for it.</summary>
    public string FamilyName => _family.Name;

    /// <summary>The font for a character and the marks on it; null when no font has them.</summary>
    /// <param name="character">A character as a reader counts them.</param>
    /// <param name="script">Its script.</param>
    /// <param name="style">The wanted style.</param>
    /// <param name="eastAsian">Index of the East Asian variant: 0 Japanese, 1 Korean, 2 simplified, 3 traditional Chinese.</param>
    public FontFace? FaceFor(string character, Script script, FontStyle style, int eastAsian)
    {
        var runes = character.EnumerateRunes().Where(rune => !IsInvisible(rune)).ToList();
        return Candidates(script, style, eastAsian).FirstOrDefault(face => runes.TrueForAll(rune => face.Has(rune.Value)));
    }

    /// <summary>A font that comes with the product.</summary>
    /// <exception cref="FileNotFoundException">The build has not fetched it.</exception>
    public FontFace Shipped(string file) => Face(file)
        ?? throw new FileNotFoundException($"The font {file} is missing. Build the solution again; the build fetches it with npm.", file);

    private static bool IsInvisible(Rune rune) => rune.Value is 0x200B or 0x200C or 0x200D or 0x2060 or 0xFEFF or 0x00AD
        or (>= 0xFE00 and <= 0xFE0F);

    private IEnumerable<FontFace> Candidates(Script script, FontStyle style, int eastAsian)
    {
        IEnumerable<FontFace?> first = style == FontStyle.Code ? [Face("JetBrainsMono_500Medium.ttf"), Face("DejaVuSansMono.ttf")]
            : [Face(_family.File(style))];
        string[] bold = style is FontStyle.SemiBold or FontStyle.ExtraBold ? ["Bold", "Regular"] : ["Medium", "Regular"];
        var noto = Scripts.NotoNames(script)
            .Select(name => Weights[style].Select(weight => Face($"NotoSans{name}{weight}.ttf")).FirstOrDefault(face => face is not null));
        var han = bold.Select(weight => Face($"NotoSansCJK-{weight}.ttc", eastAsian)).FirstOrDefault(face => face is not null);
        var last = Face(bold[0] == "Bold" ? "DejaVuSans-Bold.ttf" : "DejaVuSans.ttf");
        return first.Concat(Scripts.IsEastAsian(script) ? [han] : noto).Append(last).Append(han).OfType<FontFace>();
    }

    private FontFace? Face(string name, int index = 0) => _files.TryGetValue(name, out var file)
        ? _faces.GetOrAdd((file, index), key => FontFace.Open(key.File, key.Index)) : null;

    private static FontLibrary Find()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string[] folders =
        [
            Path.Combine(AppContext.BaseDirectory, "fonts"), "/usr/share/fonts", "/usr/local/share/fonts", Path.Combine(home, ".fonts"),
                Path.Combine(home, ".local/share/fonts"),
        ];
        var files = folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.?t?", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            .GroupBy(file => Path.GetFileName(file), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var family = Families.FirstOrDefault(family => family.Files.All(files.ContainsKey));
        return family is not null
            ? new FontLibrary(files, family)
            : throw new InvalidOperationException(
                $"No typeface to draw text with: looked for Inter, Lato and DejaVu Sans in {string.Join(", ", folders)}. Install one "
                    + "(Debian: apt-get install fonts-inter).");
    }

    private sealed record Family(string Name, string Pattern, string Medium, string SemiBold, string ExtraBold, string Italic)
    {
        public IEnumerable<string> Files => [File(FontStyle.Medium), File(FontStyle.SemiBold), File(FontStyle.ExtraBold)];

        public string File(FontStyle style) => string.Format(null, Pattern, style switch
        {
            FontStyle.SemiBold => SemiBold,
            FontStyle.ExtraBold => ExtraBold,
            FontStyle.Italic => Italic,
            _ => Medium,
        });
    }
}
