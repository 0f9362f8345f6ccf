using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>
/// Markup of teaching sites that Markdown itself does not know: fenced containers (<c>::: objectives</c>), admonitions (<c>!!! note</c>,
/// <c>&gt; [!NOTE]</c>), tabs, attribute lists, templates, the bullets of word processors. It is taken out without moving a line, and its
/// meaning is kept
/// beside the text; what a template or a comment says is noted.
/// </summary>
internal sealed partial class LessonMarkup
{
    /// <summary>Parts two lists that Markdown would join.</summary>
    private const string Nothing = "<!-- -->";

    private readonly string[] _lines;
    private readonly Dictionary<int, Container> _containers = [];
    private readonly Stack<Container> _open = new();
    private readonly List<LeftOut> _leftOut = [];
    private readonly bool _isDeck;
    private string? _fence;
    private bool _inComment;

    private LessonMarkup(string text)
    {
        _lines = text.Split('\n');
        _isDeck = _lines.Count(line => Divider().IsMatch(line)) >= 2;
    }

    /// <summary>Takes the markup out.</summary>
    public static TakenMarkup Take(string text)
    {
        List<LeftOut> leftOut = [];
        var lines = text.Split('\n');
        LatexSource.Rewrite(lines, leftOut);
        PageBreaks.Join(lines, leftOut);
        EncyclopediaMarks.Take(lines, leftOut);
        AssistantTalk.Take(lines, leftOut);
        WorksheetLines.Take(lines, leftOut);
        Carets.Keep(lines);
        var markup = new LessonMarkup(PlainLines.Of(SiteText.Of(string.Join('\n', lines), leftOut)));
        markup._leftOut.AddRange(leftOut);
        for (var i = 0; i < markup._lines.Length; i++)
        {
            markup.Read(i);
        }

        return new TakenMarkup(string.Join('\n', markup._lines), markup._containers, markup._leftOut);
    }

    private void Read(int at)
    {
        if (!_inComment && Fence().Match(_lines[at]) is { Success: true } fence
            && (_fence is null || fence.Value.Trim().StartsWith(_fence, StringComparison.Ordinal)))
        {
            _fence = _fence is null ? fence.Value.Trim() : null;
        }
        else if (_fence is null)
        {
            _lines[at] = Line(at);
        }

        if (_open.TryPeek(out var container))
        {
            _containers.TryAdd(at + 1, container);
        }
    }

    private string Line(int at)
    {
        var line = Templates(WithoutComments(_lines[at], at), at);
        if (ContainerMark().Match(line) is { Success: true } container)
        {
            return Open(container.Groups["rest"].Value);
        }

        if (Admonition().Match(line) is { Success: true } admonition)
        {
            Dedent(at + 1, "    ");
            return admonition.Groups["title"].Success ? LeadIn(admonition.Groups["title"].Value) : Nothing;
        }

        if (Alert().IsMatch(line))
        {
            // The quote marks of an alert quote nobody.
            for (var i = at; i < _lines.Length && _lines[i].TrimStart().StartsWith('>'); i++)
            {
                _lines[i] = Regex.Replace(_lines[i], @"^\s*>[ \t]?", "");
            }

            return CalloutTitle().Match(line) is { Success: true } named ? LeadIn(named.Groups["title"].Value)
                : line.Contains("[!", StringComparison.Ordinal) ? ""
                : AlertName().Replace(_lines[at], "${mark}${name}:${mark}");
        }

        if (Kramdown().Match(line) is { Success: true } kramdown)
        {
            Mark(at, line.Count(c => c == '>'), kramdown.Groups["name"].Value);
            return Regex.Match(line, @"^[>\s]*").Value.TrimEnd();
        }

        if (Ignored().IsMatch(line))
        {
            return "";
        }

        if (_isDeck && Divider().IsMatch(line))
        {
            return at > 0 && _lines[at - 1].Trim().Length > 0 ? "" : line;
        }

        if (at > 0 && IndentedItem().Match(line) is { Success: true, Groups: var item } && IsPlain(_lines[at - 1]))
        {
            Dedent(at + 1, item[1].Value);
            line = line[item[1].Length..];
        }

        line = Bullet().Replace(line, match => match.Groups["in"].Value + (match.Groups["sub"].Success ? "  - " : "- "));
        line = Shown()
            .Replace(line, match => match.Groups["alt"].Value is { Length: > 0 } alt ? $"![{alt}]{match.Groups["target"].Value}"
            : match.Value);
        line = Attributes().Replace(Span().Replace(line, "${text}"), "");
        line = _isDeck ? SpeakerNote().Replace(line, "") : line;
        return Mathematics(ReactionArrows.Drawn(line));
    }

    private string Open(string rest)
    {
        var name = Name().Match(rest).Value;
        if (name.Length == 0)
        {
            _open.TryPop(out _);
            return Nothing;
        }

        var title = Title().Match(rest) is { Success: true } set ? set : NamedBox().Match(rest);
        var named = title.Groups["title"].Value;
        if (title.Success && LessonRoles.Of(name) == SectionRole.Text && LessonRoles.Of(named) is not SectionRole.Text and var role)
        {
            _open.Push(new Container(named, role));
            return Nothing;
        }

        _open.Push(new Container(name, LessonRoles.Of(name)));
        return title.Success ? LeadIn(named) : Nothing;
    }

    /// <summary>The quote or paragraph above, which <c>{: .challenge}</c> says what it is for.</summary>
    private void Mark(int at, int depth, string name)
    {
        var container = new Container(name, LessonRoles.Of(name));
        for (var i = at - 1; i >= 0 && container.Role != SectionRole.Text && _lines[i].TakeWhile(c => c is '>' or ' ')
            .Count(c => c == '>') > depth; i--)
        {
            _containers.TryAdd(i + 1, container);
        }
    }

    private string WithoutComments(string line, int at)
    {
        if (_inComment)
        {
            var end = line.IndexOf("-->", StringComparison.Ordinal);
            _inComment = end < 0;
            Note(at, end < 0 ? line : line[..end]);
            return end < 0 ? "" : line[(end + 3)..];
        }

        line = Comment().Replace(line, match =>
        {
            Note(at, match.Groups["text"].Value);
            return "";
        });
        var start = line.IndexOf("<!--", StringComparison.Ordinal);
        if (start < 0 || line.AsSpan(0, start).Count('`') % 2 == 1)
        {
            return line;
        }

        _inComment = true;
        Note(at, line[(start + 4)..]);
        return line[..start];
    }

    /// <summary>A comment in words is the author's; one of settings is the tool's.</summary>
    private void Note(int at, string comment)
    {
        if (comment.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= 3 && !Setting().IsMatch(comment))
        {
            _leftOut.Add(new LeftOut(at + 1, comment.Trim(), "a comment: it is not for the audience"));
        }
    }

    private string Templates(string line, int at)
    {
        if (Highlight().Match(line) is { Success: true } highlight)
        {
            return $"```{highlight.Groups["language"].Value}";
        }

        return Template().Replace(line, match =>
        {
            _leftOut.Add(new LeftOut(at + 1, match.Value, "a site's template fills it in: the lesson does not hold it"));
            return "";
        });
    }

    private void Dedent(int from, string indent)
    {
        for (var i = from; i < _lines.Length
            && (_lines[i].StartsWith(indent, StringComparison.Ordinal) || _lines[i].StartsWith('\t') || _lines[i].Trim().Length == 0); i++)
        {
            _lines[i] = _lines[i].StartsWith(indent, StringComparison.Ordinal) ? _lines[i][indent.Length..] : _lines[i].StartsWith('\t')
                ? _lines[i][1..] : "";
        }
    }

    private static bool IsPlain(string line) => line.Trim().Length > 0 && !char.IsWhiteSpace(line[0]) && !ItemMark().IsMatch(line);

    /// <summary>The title of a box, ahead of its first words.</summary>
    private static string LeadIn(string title) => $"**{(title[^1] is '.' or '!' or '?' or ':' ? title : title + ":")}** ";

    private static string Mathematics(string line) =>
        Display().Replace(line, match => match.Value switch { @"\[" or @"\]" => "$$", _ => "$" });

    [GeneratedRegex(@"^\s*:{3,}\s*(?<rest>.*)$")]
    private static partial Regex ContainerMark();

    [GeneratedRegex(@"\p{L}[\p{L}-]*")]
    private static partial Regex Name();

    [GeneratedRegex(@"\btitle\s*=\s*[""'](?<title>[^""']+)[""']")]
    private static partial Regex Title();

    /// <summary>"tip Key idea", "tip[Key idea]".</summary>
    [GeneratedRegex(@"^[\w-]+(?:\s*\[(?<title>[^\[\]]+)\]|\s+(?<title>\p{L}[^{}=]*[^{}=:\s]))\s*$")]
    private static partial Regex NamedBox();

    /// <summary>"&gt; [!info]- Remember".</summary>
    [GeneratedRegex(@"\[!\w+\][+-]?\s*(?<title>\S.*\S)\s*$")]
    private static partial Regex CalloutTitle();

    [GeneratedRegex(@"^(?:(?:!!!|\?\?\?\+?)\s+[\w-]+(?:\s+""(?<title>[^""]+)"")?|={3}\+?!?\s+""(?<title>[^""]+)"")\s*$")]
    private static partial Regex Admonition();

    [GeneratedRegex(@"^\s*>\s*(?:\[!\w+\]|(?:\*\*|__)(?:Note|Notes|Warning|Tip|Important|Caution|Remember|Definition|Example|Fun fact"
        + @"|Hinweis|Achtung|Tipp|Wichtig|Merke|Merksatz"
        + @"|Beispiel|Attention|Remarque|À retenir|Exemple|Nota|Recuerda|Ejemplo|Atención|Attenzione|Ricorda|Esempio|Atenção|Lembre-se"
        + @"|Exemplo)\s*[:.!]?(?:\*\*|__))", RegexOptions.IgnoreCase)]
    private static partial Regex Alert();

    /// <summary>"**Note**" above the text of its box.</summary>
    [GeneratedRegex(@"^\s*(?<mark>\*\*|__)(?<name>[^*_:.!]+)[:.!]?\k<mark>\s*$")]
    private static partial Regex AlertName();

    [GeneratedRegex(@"^[>\s]*\{:\s*\.(?<name>[\w-]+)[^}]*\}\s*$")]
    private static partial Regex Kramdown();

    [GeneratedRegex(@"^\s*(?:\[TOC\]|\[\[toc\]\]|\{:.*\}|\?\?\?)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Ignored();

    [GeneratedRegex(@"^\s*-{2,3}\s*$")]
    private static partial Regex Divider();

    [GeneratedRegex(@"^(?:Notes?|Speaker notes?):\s*", RegexOptions.IgnoreCase)]
    private static partial Regex SpeakerNote();

    [GeneratedRegex(@"<!--(?<text>.*?)-->")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*(?:_[\w-]+\s*:.*|[\w-]+\s*:\s*\S+(?:\s\S+)?)\s*$")]
    private static partial Regex Setting();

    [GeneratedRegex(@"^\s*\{%-?\s*(?:highlight\s+(?<language>\w+).*|endhighlight\s*)-?%\}\s*$")]
    private static partial Regex Highlight();

    [GeneratedRegex(@"\{%.*?%\}|\{\{[<%].*?[%>]\}\}|\{\{-?\s+[\w.]+[^{}\\]*\}\}")]
    private static partial Regex Template();

    [GeneratedRegex(@"^( {4,}|\t+)(?:\d+[.)]|[-*+•])\s+\S")]
    private static partial Regex IndentedItem();

    [GeneratedRegex(@"^\s*(?:\d+[.)]|[-*+•])\s")]
    private static partial Regex ItemMark();

    [GeneratedRegex(@"^(?<in>\s*)(?:[•●▪‣∙·]|(?<sub>[◦○▫])|(?<sub>o(?=\t)))[ \t\u00A0]+(?=\S)")]
    private static partial Regex Bullet();

    /// <summary>A picture whose description stands in its attributes.</summary>
    [GeneratedRegex(@"!\[\](?<target>\([^()\s]+(?:\s+""[^""]*"")?\))(?=\{[^{}]*\balt=(?:'(?<alt>[^']*)'|""(?<alt>[^""]*)""))")]
    private static partial Regex Shown();

    [GeneratedRegex(@"(?<!!)\[(?<text>[^\[\]]+)\](?=\{\s*[.#])")]
    private static partial Regex Span();

    [GeneratedRegex(@"(?<=[^\s_^}])(?<!\\[a-zA-Z]+)"
        + @"\s?\{:?\s*(?:[.#][\w:-]+|[\w-]+=(?:""[^""]*""|'[^']*'|[\w%.-]+))(?:\s+(?:[.#][\w:-]+|[\w-]+=(?:""[^""]*"""
        + @"|'[^']*'|[\w%.-]+)))*\s*\}")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"^\s*(?:`{3,}|~{3,})")]
    private static partial Regex Fence();

    [GeneratedRegex(@"\\[\[\]()]")]
    private static partial Regex Display();
}
