using System.Text;
using System.Text.RegularExpressions;
using Markdig.Extensions.Emoji;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;
using TemporalVideo.Studio.Words;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>The plain text of a Markdown paragraph, and what in it is bold, a formula or a picture.</summary>
internal sealed partial class InlineText
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Subscripts = "₀₁₂₃₄₅₆₇₈₉";

    private readonly StringBuilder _text = new();
    private readonly List<(int Start, int End)> _bold = [];
    private readonly List<LessonFormula> _formulas = [];
    private readonly List<(int Start, string Code)> _codes = [];
    private readonly List<(string File, string Caption)> _pictures = [];
    private string? _script;

    public string Plain => _text.ToString();

    /// <summary>The pictures of the paragraph; they are no part of its text.</summary>
    public IReadOnlyList<(string File, string Caption)> Pictures => _pictures;

    public IReadOnlyList<LessonFormula> Formulas => _formulas;

    /// <summary>The phrases in bold.</summary>
    public IReadOnlyList<string> Bold => [.. _bold.Select(range => Tidy(Plain[range.Start..range.End]))];

    public static InlineText Of(ContainerInline? inline)
    {
        var text = new InlineText();
        if (inline is not null)
        {
            text.Add(inline);
        }

        return text;
    }

    /// <summary>The sentences; each with what of the bold phrases and formulas is in it.</summary>
    /// <param name="line">Line of the paragraph in the source.</param>
    /// <param name="language">Language of the text.</param>
    public List<LessonSentence> Sentences(int line, string language)
    {
        var plain = Plain;
        return [.. Words.Sentences.Split(plain, language)
            .Where(sentence => sentence.Text.Any(char.IsLetterOrDigit))
            .Select(sentence => new LessonSentence(
                Tidy(sentence.Text),
                [.. _bold.Where(range => range.Start >= sentence.Start && range.End <= sentence.Start + sentence.Text.Length)
                    .Select(range => Tidy(plain[range.Start..range.End])).Where(term => term.Length > 0)],
                line + plain.AsSpan(0, sentence.Start).Count('\n'),
                [.. _formulas.Where(formula => sentence.Text.Contains(formula.Plain, StringComparison.Ordinal))])
            {
                Codes = [.. _codes.Where(code => code.Start >= sentence.Start && code.Start < sentence.Start + sentence.Text.Length)
                    .Select(code => Tidy(code.Code))],
            })];
    }

    /// <summary>The same text with a mark between the lines of a poem.</summary>
    public InlineText InVerses()
    {
        var text = new InlineText();
        text._text.Append(Verses.Joined(Plain));
        text._formulas.AddRange(_formulas);
        return text;
    }

    internal static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void Add(ContainerInline container)
    {
        foreach (var inline in container)
        {
            Add(inline);
        }
    }

    private void Add(Inline inline)
    {
        switch (inline)
        {
            case EmojiInline emoji:
                Append(emoji.Content.ToString());
                break;
            case LiteralInline literal:
                Append(literal.Content.ToString());
                break;
            case CodeInline code:
                _codes.Add((_text.Length, code.Content));
                Append(code.Content);
                break;
            case LineBreakInline:
                _text.Append('\n');
                break;
            case HtmlEntityInline entity:
                Append(entity.Transcoded.ToString());
                break;
            case MathInline math:
                var latex = math.Content.ToString().Trim();
                var formula = new LessonFormula(latex, Latex.ToPlain(latex));
                _formulas.Add(formula);
                _text.Append(formula.Plain);
                break;
            case HtmlInline html:
                Tag(html.Tag);
                break;
            case AutolinkInline link:
                Append(link.Url);
                break;
            case LinkInline { IsImage: true } image:
                _pictures.Add((image.Url ?? "", Captioned(Tidy(Of(image).Plain), Tidy(image.Title ?? ""))));
                break;
            case EmphasisInline { DelimiterChar: '*' or '_', DelimiterCount: >= 2 } bold:
                var start = _text.Length;
                Add(bold);
                _bold.Add((start, _text.Length));
                break;
            case EmphasisInline { DelimiterChar: '^' or '~', DelimiterCount: 1 } script:
                Scripted(script.DelimiterChar == '^' ? Superscripts : Subscripts, () => Add(script));
                break;
            case TaskList:
                break;
            case ContainerInline inner:
                Add(inner);
                break;
        }
    }

    /// <summary>Raised or lowered figures; other signs stay as they are, behind a mark that says which.</summary>
    internal static string Scripted(string text, bool raised) => text.Length > 0 && text.All(char.IsAsciiDigit)
        ? string.Concat(text.Select(c => (raised ? Superscripts : Subscripts)[c - '0']))
        : text;

    private void Append(string text) =>
        _text.Append(_script is null ? Invisible().Replace(text, "")
            : string.Concat(text.Select(c => c is >= '0' and <= '9' ? _script[c - '0'] : c)));

    private void Scripted(string digits, Action add)
    {
        (var before, _script) = (_script, digits);
        add();
        _script = before;
    }

    /// <summary>Of HTML only what changes the text counts.</summary>
    private void Tag(string tag)
    {
        switch (TagName().Match(tag).Value.ToLowerInvariant())
        {
            case "<br":
                _text.Append('\n');
                break;
            case "<sup":
                _script = Superscripts;
                break;
            case "<sub":
                _script = Subscripts;
                break;
            case "</sup" or "</sub":
                _script = null;
                break;
            case "<img":
                _pictures.Add((Attribute(tag, "src"), Captioned(Attribute(tag, "alt"), Attribute(tag, "title"))));
                break;
        }
    }

    /// <summary>What is written below a picture, and what describes it where that says something else.</summary>
    private static string Captioned(string description, string title) =>
        title.Length == 0 || description.Contains(title, StringComparison.OrdinalIgnoreCase) ? description
        : description.Length == 0 || title.Contains(description, StringComparison.OrdinalIgnoreCase) ? title
        : $"{title.TrimEnd('.')}. {description}";

    private static string Attribute(string tag, string name) =>
        Regex.Match(tag, $@"\b{name}\s*=\s*(?:""(?<v>[^""]*)""|'(?<v>[^']*)')", RegexOptions.IgnoreCase).Groups["v"].Value;

    [GeneratedRegex(@"^</?\w+")]
    private static partial Regex TagName();

    /// <summary>Characters without width that word processors leave behind.</summary>
    [GeneratedRegex("[\u00AD\u200B\u2060\uFEFF]")]
    private static partial Regex Invisible();
}
