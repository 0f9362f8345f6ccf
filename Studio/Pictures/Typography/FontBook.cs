namespace TemporalVideo.Studio.Pictures.Typography;

/// <summary>The typeface of the pictures: the first of Inter Display, Inter, Lato and DejaVu Sans that this machine has.</summary>
internal sealed class FontBook
{
    private static readonly Face[] Faces =
    [
        new("Inter Display", "InterDisplay-{0}.otf", "Medium", "SemiBold", "ExtraBold"),
        new("Inter", "Inter-{0}.otf", "Medium", "SemiBold", "ExtraBold"),
        new("Lato", "Lato-{0}.ttf", "Medium", "Semibold", "Heavy"),
        new("Lato", "Lato-{0}.ttf", "Medium", "Semibold", "Black"),
        new("DejaVu Sans", "DejaVuSans{0}.ttf", "", "-Bold", "-Bold"),
    ];

    private readonly Dictionary<FontWeight, FontFile> _files;

    private FontBook(string family, Dictionary<FontWeight, FontFile> files)
    {
        Family = family;
        _files = files;
    }

    /// <summary>The installed typeface, found once.</summary>
    public static Lazy<FontBook> Installed { get; } = new(Find);

    /// <summary>Family name for SVG.</summary>
    public string Family { get; }

    /// <summary>Width of a text in ems.</summary>
    public double Measure(string text, FontWeight weight) => _files[weight].Measure(text);

    private static FontBook Find()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string[] folders = ["/usr/share/fonts", "/usr/local/share/fonts", Path.Combine(home, ".fonts"), Path.Combine(home, ".local/share/fonts")];
        var installed = folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.?tf", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .GroupBy(file => Path.GetFileName(file), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (var face in Faces)
        {
            if (face.Files.All(file => installed.ContainsKey(file.Name)))
            {
                return new FontBook(face.Family, face.Files.ToDictionary(file => file.Weight, file => new FontFile(installed[file.Name])));
            }
        }

        throw new InvalidOperationException(
            $"No typeface to draw text with: looked for Inter, Lato and DejaVu Sans in {string.Join(", ", folders)}. Install one (Debian: apt-get install fonts-inter).");
    }

    private sealed record Face(string Family, string Pattern, string Medium, string SemiBold, string ExtraBold)
    {
        public IEnumerable<(FontWeight Weight, string Name)> Files =>
        [
            (FontWeight.Medium, string.Format(null, Pattern, Medium)),
            (FontWeight.SemiBold, string.Format(null, Pattern, SemiBold)),
            (FontWeight.ExtraBold, string.Format(null, Pattern, ExtraBold)),
        ];
    }
}
