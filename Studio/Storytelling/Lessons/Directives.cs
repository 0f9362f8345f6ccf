using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>
/// Directives of MyST, Jupyter Book, Quarto and R Markdown (<c>```{note}</c>, <c>:::{figure} fig.png</c>, <c>```{python}</c>): boxes become
/// containers, formulas formulas, pictures pictures, cells code. No line moves; settings of a directive are taken out.
/// </summary>
/// <param name="lines">The lines of the lesson; they are changed in place.</param>
/// <param name="leftOut">Receives what cannot be in a video.</param>
internal sealed partial class Directives(string[] lines, List<LeftOut> leftOut)
{
    private static readonly HashSet<string> Boxes =
    [
        "note", "tip", "hint", "important", "warning", "caution", "danger", "attention", "error", "seealso", "admonition", "exercise",
        "exercise-start", "solution", "solution-start", "dropdown", "tab-set", "tab-item", "card", "grid", "grid-item", "grid-item-card",
        "margin", "sidebar", "topic", "epigraph", "pull-quote", "glossary", "theorem", "definition", "example", "question", "answer",
        "proof", "aside", "details", "callout", "objectives", "keypoints", "questions", "challenge",
    ];

    private static readonly HashSet<string> FilledByTheSite =
        ["toctree", "tableofcontents", "contents", "bibliography", "index", "genindex", "include", "raw", "iframe", "video", "youtube"];

    private readonly Stack<(string Mark, string Close)> _open = new();
    private string? _code;

    /// <summary>Rewrites the directives; lines of code are left alone.</summary>
    public void Rewrite()
    {
        for (var at = 0; at < lines.Length; at++)
        {
            if (_code is not null || _open.Count > 0 && Closes(_open.Peek().Mark, lines[at]))
            {
                Close(at);
            }
            else if (Opening().Match(lines[at]) is { Success: true } opening)
            {
                Open(at, opening);
            }
            else if (PlainFence().Match(lines[at]) is { Success: true } fence)
            {
                _code = fence.Groups["mark"].Value;
            }
        }
    }

    private void Close(int at)
    {
        if (_code is { } code)
        {
            _code = Closes(code, lines[at]) ? null : code;
            return;
        }

        lines[at] = _open.Pop().Close;
    }

    private void Open(int at, Match opening)
    {
        lines[at] = "";
        var (mark, rest) = (opening.Groups["mark"].Value, opening.Groups["rest"].Value.Trim());
        var name = opening.Groups["name"].Value.ToLowerInvariant();
        name = name[(name.LastIndexOf(':') + 1)..];
        if (name is "math")
        {
            Settings(at, false);
            Become(at, mark, rest.Length > 0 ? $"$$ {rest}" : "$$", "$$");
        }
        else if (name is "figure" or "image")
        {
            Picture(at, mark, rest);
        }
        else if (FilledByTheSite.Contains(name))
        {
            for (var i = at + 1; i < lines.Length && !Closes(mark, lines[i]); i++)
            {
                lines[i] = "";
            }

            leftOut.Add(new LeftOut(at + 1, opening.Value.Trim(), "a site's template fills it in: the lesson does not hold it"));
            Become(at, mark, "", "");
        }
        else if (mark[0] == ':' || Boxes.Contains(name))
        {
            // The columns of a grid are no title.
            rest = rest.All(sign => char.IsAsciiDigit(sign) || sign == ' ') ? "" : rest;
            at += Settings(at, false).Count;
            Become(at, mark, rest.Length > 0 ? $"::: {name} title=\"{rest.Replace('"', '\'')}\"" : $"::: {name}", ":::");
            if (name == "glossary")
            {
                Glossary(at + 1, mark);
            }
        }
        else
        {
            Settings(at, true);
            var language = name is "code-cell" or "code" or "code-block" or "sourcecode" ? rest.Split(' ')[0] : name;
            lines[at] = $"{mark}{(language.StartsWith("ipython", StringComparison.Ordinal) ? "python" : language)}";
            _code = mark;
        }
    }

    /// <summary>The opening line gives way to another, below its settings, so that nothing parts a title from its text.</summary>
    private void Become(int at, string mark, string line, string close)
    {
        lines[at] = line;
        _open.Push((mark, close));
    }

    /// <summary>"path" behind the name, settings, and the caption as the directive's text.</summary>
    private void Picture(int at, string mark, string path)
    {
        var alt = Settings(at, false).GetValueOrDefault("alt", "");
        List<string> caption = [];
        for (var i = at + 1; i < lines.Length && !Closes(mark, lines[i]); i++)
        {
            caption.Add(lines[i].Trim());
            lines[i] = "";
        }

        var text = string.Join(' ', caption.Where(line => line.Length > 0)) is { Length: > 0 } words ? words : alt;
        Become(at, mark, $"![{text}]({path})", "");
    }

    /// <summary>Takes out the settings under an opening line: <c>:name: value</c>, <c>#| name: value</c>.</summary>
    private Dictionary<string, string> Settings(int at, bool isCode)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = at + 1; i < lines.Length && Setting().Match(lines[i]) is { Success: true } setting; i++)
        {
            settings[setting.Groups["name"].Value] = setting.Groups["value"].Value.Trim();
            if (isCode || setting.Groups["name"].Value is "figclass" or "fig-cap")
            {
                leftOut.Add(new LeftOut(i + 1, lines[i].Trim(), "a setting of a code cell"));
            }

            lines[i] = "";
        }

        return settings;
    }

    /// <summary>A term, and its meaning indented below it.</summary>
    private void Glossary(int from, string mark)
    {
        for (var i = from; i < lines.Length && !Closes(mark, lines[i]); i++)
        {
            lines[i] = IndentedText().Replace(lines[i], ": ");
        }
    }

    private static bool Closes(string mark, string line) =>
        line.Trim() is var trimmed && trimmed.Length >= mark.Length && trimmed.All(sign => sign == mark[0]);

    [GeneratedRegex(@"^\s*(?<mark>`{3,}|~{3,}|:{3,})\s*\{(?<name>[A-Za-z][\w:-]*)[^{}]*\}(?<rest>[^`]*)$")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^\s*(?<mark>`{3,}|~{3,})")]
    private static partial Regex PlainFence();

    [GeneratedRegex(@"^\s*(?::|#\|\s*)(?<name>[A-Za-z][\w-]*):(?:\s+(?<value>.*)|\s*)$")]
    private static partial Regex Setting();

    [GeneratedRegex(@"^(?:\s{2,}|\t)(?=\S)")]
    private static partial Regex IndentedText();
}
