using System.Globalization;
using System.Text.RegularExpressions;
using TemporalVideo.Studio.Words;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>
/// A lesson that was written for LaTeX, given the marks of Markdown: sections, lists, emphasis, displayed formulas, tables. What only sets
/// the page goes; comments, citations and environments without a counterpart are listed. Formulas stay as they are. No line moves.
/// </summary>
internal sealed partial class LatexSource
{
    private readonly string[] _lines;
    private readonly List<LeftOut> _leftOut;
    private readonly Dictionary<string, int> _labels = [];

    /// <summary>The count of the last item of each list that is open; null for lists without numbers.</summary>
    private readonly Stack<int?> _lists = new();
    private bool _inTable;
    private bool _inFormula;
    private bool _isAligned;

    private LatexSource(string[] lines, List<LeftOut> leftOut)
    {
        (_lines, _leftOut) = (lines, leftOut);
        foreach (var name in lines.SelectMany(line => Label().Matches(line)).Select(match => match.Groups["name"].Value))
        {
            _labels.TryAdd(name, _labels.Count + 1);
        }
    }

    /// <summary>Rewrites the lines when they are LaTeX; others are left alone.</summary>
    /// <param name="lines">The lines of the lesson; they are changed in place.</param>
    /// <param name="leftOut">Where it is listed what cannot be in a video.</param>
    public static void Rewrite(string[] lines, List<LeftOut> leftOut)
    {
        var source = new LatexSource(lines, leftOut);
        if (source.Prose().Any(at => Structure().IsMatch(lines[at])))
        {
            foreach (var at in source.Prose().ToList())
            {
                source.Line(at);
            }
        }
    }

    /// <summary>The lines outside of blocks of code and of formulas that dollars set apart.</summary>
    private IEnumerable<int> Prose()
    {
        var displayed = false;
        foreach (var at in PlainLine.OutsideCode(_lines))
        {
            var dollars = Dollars().Count(_lines[at]);
            if (!displayed && dollars == 0)
            {
                yield return at;
            }

            displayed ^= dollars % 2 == 1;
        }
    }

    private void Line(int at)
    {
        var line = WithoutComment(_lines[at], at);
        if (DisplayEnd().IsMatch(line))
        {
            EndFormula(at);
        }
        else if (_inFormula)
        {
            _lines[at] = Label().Replace(line, "");
        }
        else if (DisplayStart().Match(line) is { Success: true } display)
        {
            StartFormula(at, display, Label().Replace(line[(display.Index + display.Length)..], ""));
        }
        else
        {
            _lines[at] = _inTable && !Environment().IsMatch(line) ? Row(line, at) : Blocks(line, at);
        }
    }

    /// <summary>The columns of an aligned formula are told to its setter in the first and the last line of the formula.</summary>
    private void StartFormula(int at, Match display, string rest)
    {
        _isAligned = display.Groups["aligned"].Success;
        if (OneLine().Match(rest) is { Success: true } whole)
        {
            _lines[at] = $"$${whole.Groups["formula"].Value.Trim()}$$";
            return;
        }

        (_inFormula, _lines[at]) = (true, "$$");
        if (at + 1 < _lines.Length)
        {
            _lines[at + 1] = (_isAligned ? @"\begin{aligned} " : "") + rest + _lines[at + 1];
        }
    }

    private void EndFormula(int at)
    {
        (_inFormula, _lines[at]) = (false, "$$");
        _lines[at - 1] += _isAligned ? @" \end{aligned}" : "";
        _isAligned = false;
    }

    private string Blocks(string line, int at)
    {
        if (Heading().Match(line) is { Success: true } heading)
        {
            var level = heading.Groups["kind"].Value switch
            {
                "title" or "chapter" => 1,
                "section" or "part" => 2,
                "subsection" => 3,
                _ => 4,
            };
            return $"{new string('#', level)} {Inline(heading.Groups["text"].Value, at)}";
        }

        if (Setting().IsMatch(line))
        {
            return "";
        }

        line = Environment().Replace(line, match => Enter(match, at));
        return Item().Match(line) is { Success: true } item && _lists.Count > 0
            ? Marked(item.Groups["term"].Value, Inline(line[item.Length..], at)) : Inline(line, at);
    }

    private string Enter(Match match, int at)
    {
        var (name, begins) = (match.Groups["name"].Value.TrimEnd('*'), match.Groups["edge"].Value == "begin");
        switch (name)
        {
            case "itemize" or "enumerate" or "description":
                if (begins)
                {
                    _lists.Push(name == "enumerate" ? 0 : null);
                }
                else
                {
                    _lists.TryPop(out _);
                }

                return "";
            case "tabular" or "tabularx" or "longtable":
                _inTable = begins;
                return begins ? "<table>" : "</table>";
            case "quote" or "quotation" or "document" or "center" or "figure" or "table" or "frame" or "abstract":
                return "";
            case "theorem" or "lemma" or "definition" or "example" or "remark" or "proof" or "corollary" or "exercise":
                var title = match.Groups["option"].Value is { Length: > 0 } option ? $" ({option})" : "";
                return begins ? $"**{char.ToUpperInvariant(name[0])}{name[1..]}{title}.** " : "";
            default:
                if (begins)
                {
                    _leftOut.Add(new LeftOut(at + 1, match.Value, "an environment of LaTeX: what it holds is read as text"));
                }

                return "";
        }
    }

    private string Marked(string term, string text)
    {
        var count = _lists.Pop();
        _lists.Push(count + 1);
        var mark = count is { } before ? string.Create(CultureInfo.InvariantCulture, $"{before + 1}.") : "-";
        return $"{new string(' ', 3 * (_lists.Count - 1))}{mark} {(term.Length > 0 ? $"**{term}:** " : "")}{text.Trim()}";
    }

    /// <summary>A row of a table as HTML, which needs no second line.</summary>
    private string Row(string line, int at)
    {
        var cells = RowEnd().Replace(line, "").Trim();
        if (cells.Length == 0)
        {
            return "";
        }

        var isFirst = _lines[at - 1] == "<table>" || (_lines[at - 1].Length == 0 && _lines[at - 2] == "<table>");
        var mark = isFirst ? "th" : "td";
        var row = CellEdge().Split(cells).Select(cell => $"<{mark}>{Inline(Plain(cell), at)}</{mark}>");
        return $"<tr>{string.Concat(row)}</tr>";
    }

    /// <summary>A cell's formulas as text: the reader of HTML knows none.</summary>
    private static string Plain(string cell) => Formula().Replace(cell.Trim(), match =>
        Latex.ToPlain(match.Value.Trim('$', '\\', '(', ')')));

    /// <summary>Marks within a line, outside of its formulas and code.</summary>
    private string Inline(string text, int at) =>
        string.Concat(Formula().Split(text).Select((part, i) => i % 2 == 1 ? part : Words(part, at)));

    private string Words(string text, int at)
    {
        text = Label().Replace(text, "");
        text = Reference().Replace(text, match => _labels.TryGetValue(match.Groups["name"].Value, out var number)
            ? match.Groups["eq"].Success ? $"({number})" : $"{number}" : match.Value);
        text = Citation().Replace(text, match =>
        {
            _leftOut.Add(new LeftOut(at + 1, $"{match.Groups["lead"].Value} {match.Groups["name"].Value}".Trim(), "a citation"));
            return "";
        });
        text = Picture().Replace(text, "![](${file})");
        for (var before = ""; before != text;)
        {
            before = text;
            text = Styled().Replace(text, match => match.Groups["style"].Value switch
            {
                "textbf" => $"**{match.Groups["text"].Value}**",
                "emph" or "textit" => $"*{match.Groups["text"].Value}*",
                "texttt" or "verb" => $"`{match.Groups["text"].Value}`",
                "footnote" => $" ({match.Groups["text"].Value})",
                _ => match.Groups["text"].Value,
            });
        }

        text = Link().Replace(text, "[${text}](${address})");
        text = Opening().Replace(text, "“").Replace("''", "”", StringComparison.Ordinal);
        text = text.Replace(@"\ldots", "…", StringComparison.Ordinal).Replace(@"\\", " ", StringComparison.Ordinal);
        return Tie().Replace(text, " ").Replace("---", "—", StringComparison.Ordinal).Replace("--", "–", StringComparison.Ordinal);
    }

    private string WithoutComment(string line, int at)
    {
        if (Comment().Match(line) is not { Success: true } comment)
        {
            return line;
        }

        if (comment.Groups["text"].Value.Trim() is { Length: > 0 } text)
        {
            _leftOut.Add(new LeftOut(at + 1, text, "a comment: it is not for the audience"));
        }

        return line[..comment.Index];
    }

    [GeneratedRegex(@"\$\$")]
    private static partial Regex Dollars();

    /// <summary>What nobody writes into Markdown outside of code.</summary>
    [GeneratedRegex(@"^\s*\\(?:documentclass\b|(?:sub)*section\*?\{|begin\{(?:document|itemize|enumerate|description)\})")]
    private static partial Regex Structure();

    [GeneratedRegex(@"^\s*\\(?<kind>title|part|chapter|(?:sub)*section|paragraph)"
        + @"\*?\{(?<text>(?:[^{}]|\{[^{}]*\})*)\}\s*(?:\\label\{[^{}]*\})?\s*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*\\(?:documentclass|usepackage|maketitle|tableofcontents|newpage|clearpage|pagestyle|centering|noindent|hline"
        + @"|toprule|midrule|bottomrule|newcommand|setlength|bibliographystyle|bibliography|date\{\\today)\b.*$")]
    private static partial Regex Setting();

    [GeneratedRegex(@"\s*\\(?<edge>begin|end)\{(?<name>[A-Za-z]+\*?)\}(?:\[(?<option>[^\]]*)\])?(?:(?<=tabular[x*]?\})(?:\{[^{}]*\})+)?")]
    private static partial Regex Environment();

    [GeneratedRegex(@"^\s*\\item\b(?:\s*\[(?<term>[^\]]*)\])?\s*")]
    private static partial Regex Item();

    [GeneratedRegex(@"^\s*\\begin\{(?:(?:equation|displaymath|multline)\*?|(?<aligned>align|gather|eqnarray|flalign)\*?)\}")]
    private static partial Regex DisplayStart();

    [GeneratedRegex(@"^\s*\\end\{(?:equation|displaymath|multline|align|gather|eqnarray|flalign)\*?\}\s*$")]
    private static partial Regex DisplayEnd();

    [GeneratedRegex(@"^(?<formula>.*)\\end\{\w+\*?\}\s*$")]
    private static partial Regex OneLine();

    [GeneratedRegex(@"\s*\\label\{(?<name>[^{}]*)\}")]
    private static partial Regex Label();

    [GeneratedRegex(@"\\(?<eq>eq)?ref\{(?<name>[^{}]*)\}")]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?:,?[\s~]*(?<lead>see|cf\.|siehe|vgl\.|voir|vid\.))?[\s~]*\\cite[tp]?\*?(?:\[[^\]]*\])*\{(?<name>[^{}]*)\}")]
    private static partial Regex Citation();

    [GeneratedRegex(@"\\includegraphics(?:\[[^\]]*\])?\{(?<file>[^{}]*)\}")]
    private static partial Regex Picture();

    [GeneratedRegex(@"\\(?<style>text(?:bf|it|tt|sc|sf|rm|up|sl)?|emph|underline|footnote|caption|mbox|author|date"
        + @"|enquote)\{(?<text>[^{}]*)\}")]
    private static partial Regex Styled();

    [GeneratedRegex(@"\\href\{(?<address>[^{}]*)\}\{(?<text>[^{}]*)\}")]
    private static partial Regex Link();

    [GeneratedRegex("``(?!`)|,,(?=\\p{L})")]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?<!\\)~")]
    private static partial Regex Tie();

    [GeneratedRegex(@"(?<!\\)%(?<text>.*)$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\\\\(?:\[[^\]]*\])?\s*(?:\\hline)?\s*$|\\(?:hline|toprule|midrule|bottomrule)")]
    private static partial Regex RowEnd();

    [GeneratedRegex(@"(?<!\\)&")]
    private static partial Regex CellEdge();

    [GeneratedRegex(@"(\$\$.*?\$\$|(?<!\\)\$(?:[^$\\]|\\.)+\$|\\\(.*?\\\)|\\\[.*?\\\])")]
    private static partial Regex Formula();
}
