using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>
/// Marks within a line that note programs and site makers know: links of Obsidian (<c>[[Page|words]]</c>) and its comments (<c>%%…%%</c>),
/// roles of MyST (<c>{term}`word`</c>), references, citations and footnotes of Pandoc and Quarto, imports of MDX. No line moves.
/// </summary>
/// <param name="leftOut">Receives what cannot be in a video.</param>
internal sealed partial class SiteText(List<LeftOut> leftOut)
{
    private readonly Dictionary<string, int> _numbers = [];
    private string? _code;
    private bool _inComment;
    private bool _isMyst;

    /// <summary>The text without such marks.</summary>
    public static string Of(string text, List<LeftOut> leftOut)
    {
        var site = new SiteText(leftOut);
        var lines = text.Split('\n');
        site._isMyst = lines.Any(line => MystMark().IsMatch(line));
        new Directives(lines, leftOut).Rewrite();
        HeadlessTables.Mark(lines);
        foreach (Match label in Label().Matches(text))
        {
            var kind = label.Groups["kind"].Value;
            site._numbers.TryAdd(label.Groups["name"].Value,
                site._numbers.Keys.Count(name => name.StartsWith(kind + "-", StringComparison.Ordinal)) + 1);
        }

        for (var at = 0; at < lines.Length; at++)
        {
            if (Fence().Match(lines[at]) is { Success: true } fence
                && (site._code is null || fence.Groups["mark"].Value.StartsWith(site._code, StringComparison.Ordinal)))
            {
                site._code = site._code is null ? fence.Groups["mark"].Value : null;
            }
            else if (site._code is null)
            {
                lines[at] = site.Line(lines[at], at + 1);
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>A figure of Hugo as a picture of Markdown.</summary>
    private static string Picture(Match match)
    {
        string Value(string name) => Regex.Match(match.Value, $@"\b{name}=(?:""(?<v>[^""]*)""|'(?<v>[^']*)')").Groups["v"].Value;
        var (caption, title) = (Value("caption"), Value("title"));
        caption = caption.Length > 0 ? caption : title;
        return Value("src") is { Length: > 0 } file
            ? $"![{Value("alt")}]({file}{(caption.Length > 0 ? $" \"{caption}\"" : "")})" : match.Value;
    }

    /// <summary>Boxes of Hugo's themes: "{{% notice tip %}}", "{{&lt; warning &gt;}}".</summary>
    [GeneratedRegex(@"^\s*\{\{[<%]\s*(?:(?:notice|callout|alert|admonition|hint)\s+(?:(?:type|context|color)=)?""?(?<kind>[a-z]+)""?[^}]*"
        + @"|(?<kind>note|tip|warning|info|important|caution|danger))\s*[>%]\}\}\s*$")]
    private static partial Regex HugoBox();

    [GeneratedRegex(@"^\s*\{\{[<%]\s*/\s*(?:notice|callout|alert|admonition|hint|note|tip|warning|info|important|caution"
        + @"|danger)\s*[>%]\}\}\s*$")]
    private static partial Regex HugoBoxEnd();

    /// <summary>The place of a table of contents, and the list that kramdown turns into it.</summary>
    [GeneratedRegex(@"^\s*(?:[*-]|1\.)\s+(?:TOC|toc|Table of [Cc]ontents)\s*$|^\s*\[\[?_?TOC_?\]\]?\s*$|^\s*\{:toc\}\s*$")]
    private static partial Regex Contents();

    [GeneratedRegex(@"^\s*(?:In|Out)\s?\[[\d* ]*\]:?\s*$")]
    private static partial Regex Prompt();

    [GeneratedRegex(@"`(?:r|python)\s[^`]*\([^`]*`")]
    private static partial Regex Computed();

    [GeneratedRegex(@"\(\$\)")]
    private static partial Regex UnitOfMoney();

    [GeneratedRegex(@"\{\{[<%]\s*figure\s[^}]*[>%]\}\}")]
    private static partial Regex HugoFigure();

    private string Line(string line, int number)
    {
        if (Comments(line, number) is { } uncommented)
        {
            line = uncommented;
        }

        if (Contents().IsMatch(line) || Prompt().IsMatch(line))
        {
            leftOut.Add(new LeftOut(number, line.Trim(), "a mark of the site or notebook"));
            return "";
        }

        line = Computed().Replace(line, match =>
        {
            leftOut.Add(new LeftOut(number, match.Value, "code whose result does not stand in the lesson"));
            return "…";
        });

        // "Dr ($) | Cr ($)" holds no formula.
        line = UnitOfMoney().Replace(line, @"(\$)");
        line = HugoBoxEnd().Replace(HugoBox().Replace(line, "::: ${kind}"), ":::");
        line = HugoFigure().Replace(line, Picture);
        if (Program().IsMatch(line))
        {
            leftOut.Add(new LeftOut(number, line.Trim(), "a line of the site's program"));
            return "";
        }

        if (_isMyst && (Target().IsMatch(line) || MystComment().IsMatch(line)))
        {
            Note(number, line.TrimStart('%').Trim(), "a comment: it is not for the audience", Target().IsMatch(line));
            return "";
        }

        // Code within the line stays as it is.
        return Pieces().Replace(line, match => match.Groups["code"].Success ? match.Value : Plain(match, number));
    }

    private string Plain(Match match, int number)
    {
        var text = match.Groups["text"].Value;
        if (match.Groups["embed"].Success)
        {
            var file = match.Groups["embed"].Value.Split('|')[0];
            return Picture().IsMatch(file) ? $"![]({file.Replace(" ", "%20", StringComparison.Ordinal)})"
                : Left(number, match.Value, "another note: the lesson does not hold it");
        }

        return match switch
        {
            _ when match.Groups["page"].Success => match.Groups["words"] is { Success: true } words ? words.Value
                : BlockOfPage().Replace(match.Groups["page"].Value, "").TrimStart('#').Replace("#", ": ", StringComparison.Ordinal),
            _ when match.Groups["role"].Success => Role(match.Groups["role"].Value, text, match.Value, number),
            _ when match.Groups["footnote"].Success => Left(number, match.Groups["footnote"].Value, "a footnote"),
            _ when match.Groups["cited"].Success => Left(number, match.Value.Trim(), "a citation"),
            _ when match.Groups["kind"].Success => Reference(match.Groups["kind"].Value, match.Groups["key"].Value),
            _ when match.Groups["year"].Success => $"{Capital(match.Groups["author"].Value)} ({match.Groups["year"].Value})",
            _ => "",
        };
    }

    private string Role(string role, string text, string all, int number)
    {
        var shown = Shown().Match(text) is { Success: true } named ? named.Groups["shown"].Value.Replace("%s", "").Trim() : text;
        return role[(role.LastIndexOf(':') + 1)..] switch
        {
            "math" => $"${text}$",
            "sub" or "subscript" => $"~{text}~",
            "sup" or "superscript" => $"^{text}^",
            "code" or "kbd" or "command" or "file" or "py" or "func" or "class" or "meth" => $"`{text}`",
            "ref" or "numref" or "doc" or "eq" when shown == text => text[(text.LastIndexOfAny([':', '/']) + 1)..].Replace('-', ' ')
                .Replace('_', ' '),
            _ when role.StartsWith("cite", StringComparison.Ordinal) => Left(number, all.Trim(), "a citation"),
            _ => shown,
        };
    }

    private string Reference(string kind, string key) =>
        $"{kind switch { "fig" => "Figure", "tbl" => "Table", "eq" => "Equation", "lst" => "Listing", _ => "Section" }} "
            + (_numbers.TryGetValue($"{kind}-{key}", out var number) && kind != "sec"
                ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : key.Replace('-', ' ').Replace('_', ' '));

    /// <summary>The line without comments; null where there are none.</summary>
    private string? Comments(string line, int number)
    {
        if (line.Trim() == "%%" || (_inComment && line.Contains("%%", StringComparison.Ordinal)))
        {
            _inComment = !_inComment;
            return "";
        }

        if (_inComment)
        {
            Note(number, line.Trim(), "a comment: it is not for the audience");
            return "";
        }

        return line.Contains("%%", StringComparison.Ordinal) || line.Contains("{/*", StringComparison.Ordinal)
            ? Comment().Replace(line, match =>
            {
                Note(number, match.Groups["text"].Value.Trim(), "a comment: it is not for the audience");
                return "";
            })
            : null;
    }

    private string Left(int number, string what, string because)
    {
        Note(number, what, because);
        return "";
    }

    private void Note(int number, string what, string because, bool isSetting = false)
    {
        if (what.Length > 0 && !isSetting)
        {
            leftOut.Add(new LeftOut(number, what, because));
        }
    }

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];

    [GeneratedRegex(@"^\s*(?:`{3,}|:{3,})\s*\{[A-Za-z]|\{[a-z][a-z:]*\}`")]
    private static partial Regex MystMark();

    [GeneratedRegex(@"\{#(?<name>(?<kind>fig|tbl|eq|lst)-[\w-]+)|#\|\s*label:\s*(?<name>(?<kind>fig|tbl|eq|lst)-[\w-]+)")]
    private static partial Regex Label();

    [GeneratedRegex(@"^\s*(?<mark>`{3,}|~{3,})")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^(?:import\s+(?:.+\s+from\s+)?['""][^'""]+['""];?\s*$|export\s+(?:const|default|function|let)\s.*[;{}(=])")]
    private static partial Regex Program();

    [GeneratedRegex(@"^\([\w:-]+\)=\s*$")]
    private static partial Regex Target();

    [GeneratedRegex(@"^%\s")]
    private static partial Regex MystComment();

    [GeneratedRegex(@"%%(?<text>.*?)%%|\{/\*(?<text>.*?)\*/\}")]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"(?:\s(?=\{cite))?\{(?<role>[a-z][a-z:-]*)\}`(?<text>[^`]+)`|(?<code>`+[^`]+`+|\$[^$]+\$)|!\[\[(?<embed>[^\[\]]+)\]\]"
        + @"|(?<![\w\])])\[\[(?!toc\]|_TOC_)(?<page>[^\[\]|]+)(?:\|(?<words>[^\[\]]+))?\]\]|\^\[(?<footnote>[^\[\]]+)\]"
        + @"|\s?(?<cited>\[[^\[\]@]*-?@[A-Za-z][\w:.-]*[^\[\]]*\])(?!\()"
        + @"|(?<![\w@/.])@(?<kind>fig|tbl|eq|sec|lst)-(?<key>[\w-]*\w)|(?<![\w@/.])@(?<author>\p{L}+)(?<year>(?:1[5-9]|20)\d\d)[a-z]?(?!\w)"
        + @"|(?:(?<=\S)\s|^\s*)\^(?<block>[A-Za-z][\w-]*[\w-]|[0-9a-f]{6,})\s*$")]
    private static partial Regex Pieces();

    /// <summary>The block that a link goes to: "[[Mitosis#^abc123]]".</summary>
    [GeneratedRegex(@"#\^[\w-]+$")]
    private static partial Regex BlockOfPage();

    [GeneratedRegex(@"\.(?:png|jpe?g|gif|svg|webp|bmp)$", RegexOptions.IgnoreCase)]
    private static partial Regex Picture();

    [GeneratedRegex(@"^(?<shown>.*\S)\s*<[^<>]+>$")]
    private static partial Regex Shown();
}
