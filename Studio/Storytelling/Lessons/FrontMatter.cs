using System.Globalization;
using System.Text.RegularExpressions;
using TemporalVideo.Studio.Storytelling.Beats;
using TemporalVideo.Workflows.Contracts;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>The head of a lesson, YAML between <c>---</c> or TOML between <c>+++</c>; every field may be missing.</summary>
internal sealed partial record FrontMatter
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "title", "titel", "titre", "título", "titulo", "titolo", "subject", "language", "lang", "sprache", "langue", "idioma", "lingua",
        "locale", "summary", "keywords", "tags", "voice", "seconds", "pronunciation", "size", "logo",
        "archetype", "framework", "creativity", "draft", "weight", "layout", "slug", "permalink", "marp", "theme", "paginate",
    };

    public string? Title { get; private init; }

    public string? Subject { get; private init; }

    public string? Language { get; private init; }

    public string? Summary { get; private init; }

    public IReadOnlyList<string> Keywords { get; private init; } = [];

    public string? Voice { get; private init; }

    /// <summary>Size of the picture; null: none is named.</summary>
    public VideoSize? Size { get; private init; }

    /// <summary>The picture beside the lesson that stands in every picture, and its line; null: none is named.</summary>
    public (int Line, string Name)? Logo { get; private init; }

    /// <summary>What order its author wishes for.</summary>
    public ShapeWish Shape { get; private init; } = new();

    /// <summary>How words are said, by the word.</summary>
    public IReadOnlyDictionary<string, string> Pronunciation { get; private init; } = new Dictionary<string, string>();

    /// <summary>Number of lines that it takes.</summary>
    public int Lines { get; private init; }

    /// <summary>Its keys that mean nothing here.</summary>
    public IReadOnlyList<(int Line, string Key)> Unknown { get; private init; } = [];

    /// <exception cref="StorySourceException">It is malformed.</exception>
    public static FrontMatter Read(string text)
    {
        var match = Head().Match(text);
        if (!match.Success)
        {
            return Percent().Match(text) is { Success: true } percent
                ? new FrontMatter
                {
                    Title = percent.Groups["title"].Value.Trim(),
                    Lines = percent.Value.Count(c => c == '\n'),
                    Unknown = [.. percent.Groups["more"].Captures.Select((more, i) => (i + 2, more.Value.Trim()))],
                }
                : new FrontMatter();
        }

        var body = match.Groups["body"].Value;
        var fields = match.Groups["mark"].Value[0] == '+' ? Toml(body) : Yaml(body);
        string? Text(params string[] keys) => keys.Select(key => fields.GetValueOrDefault(key).Value)
            .FirstOrDefault(value => value is { Count: > 0 })?[0];
        return new FrontMatter
        {
            Title = Text("title", "titel", "titre", "título", "titulo", "titolo"),
            Subject = Text("subject"),
            Language = Text("language", "lang", "sprache", "langue", "idioma", "lingua", "locale"),
            Summary = Text("summary"),
            Keywords = fields.GetValueOrDefault("keywords").Value ?? fields.GetValueOrDefault("tags").Value ?? [],
            Voice = Text("voice"),
            Size = Text("size") is { } size ? SizeOf(size) : null,
            Logo = Text("logo") is { Length: > 0 } logo ? (fields["logo"].Line, logo) : null,
            Shape = new ShapeWish(Text("archetype"), Text("framework"), Text("creativity") is { } level ? LevelOf(level) : null),
            Pronunciation = PairsOf(fields.GetValueOrDefault("pronunciation").Value ?? []),
            Lines = match.Value.Count(c => c == '\n'),
            Unknown = [.. fields.Where(field => !Known.Contains(field.Key)).Select(field => (field.Value.Line, field.Key))],
        };
    }

    private static Dictionary<string, (int Line, IReadOnlyList<string> Value)> Yaml(string body)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(body));
        }
        catch (YamlException error)
        {
            throw new StorySourceException(
                $"The lesson's front matter is not YAML (line {error.Start.Line + 1}: {error.Message}). Correct it, or remove the part "
                    + $"between the --- lines.");
        }

        if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is not YamlMappingNode root)
        {
            return [];
        }

        return root.Children.Where(pair => pair.Key is YamlScalarNode).ToDictionary(
            pair => ((YamlScalarNode)pair.Key).Value ?? "",
            pair => ((int)pair.Key.Start.Line + 1, Values(pair.Value)),
            StringComparer.OrdinalIgnoreCase);
    }

    private static VideoSize SizeOf(string name) => VideoSizes.Find(name) ?? throw new StorySourceException(
        $"The lesson's front matter says 'size: {name}'. Write 'size: 9:16'; there are {VideoSizes.Names}.");

    private static double LevelOf(string text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out var level) && level is >= 0 and <= 1 ? level
            : throw new StorySourceException($"The lesson's front matter says 'creativity: {text}'. Write a number from 0 to 1.");

    /// <summary>"GIF=jif"; a list has items of that form in TOML, where a mapping is not read.</summary>
    private static Dictionary<string, string> PairsOf(IEnumerable<string> pairs)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var sides = pair.Split('=', 2, StringSplitOptions.TrimEntries);
            words[sides[0]] = sides.Length == 2 && sides[0].Length > 0 && sides[1].Length > 0 ? sides[1] : throw new StorySourceException(
                $"The lesson's front matter says 'pronunciation: {pair}', which is no pair. Write 'pronunciation: {{GIF: jif}}'.");
        }

        return words;
    }

    private static IReadOnlyList<string> Values(YamlNode node) => node switch
    {
        YamlScalarNode { Value: { } text } => [text],
        YamlMappingNode pairs =>
            [.. pairs.Children.Where(pair => pair is { Key: YamlScalarNode, Value: YamlScalarNode })
            .Select(pair => $"{pair.Key}={pair.Value}")],
        YamlSequenceNode items => [.. items.OfType<YamlScalarNode>().Select(item => item.Value ?? "")],
        _ => [],
    };

    /// <summary>The part of TOML that heads of lessons use: keys with texts, numbers and lists of texts.</summary>
    private static Dictionary<string, (int Line, IReadOnlyList<string> Value)> Toml(string body)
    {
        var fields = new Dictionary<string, (int, IReadOnlyList<string>)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (line, number) in body.Split('\n').Select((line, i) => (line.Trim(), i + 2)))
        {
            if (line.Length == 0 || line[0] is '#' or '[')
            {
                continue;
            }

            var sides = line.Split('=', 2, StringSplitOptions.TrimEntries);
            if (sides.Length != 2)
            {
                throw new StorySourceException(
                    $"The lesson's front matter is not TOML (line {number}: '{line}'). Correct it, or remove the part between the +++ "
                        + $"lines.");
            }

            fields[sides[0]] = (number, [.. Quoted().Matches(sides[1]).Select(match => match.Groups[1].Value).DefaultIfEmpty(sides[1])]);
        }

        return fields;
    }

    [GeneratedRegex(@"\A(?<mark>---|\+\+\+)[ \t]*\n(?<body>.*?\n)?\k<mark>[ \t]*(?:\n|\z)", RegexOptions.Singleline)]
    private static partial Regex Head();

    /// <summary>The title block of Pandoc: title, authors and date behind per cent signs.</summary>
    [GeneratedRegex(@"\A%[ \t]+(?<title>[^\n]+)\n(?:%[ \t]*(?<more>[^\n]+)\n){0,2}")]
    private static partial Regex Percent();

    [GeneratedRegex("[\"']([^\"']*)[\"']")]
    private static partial Regex Quoted();
}
