using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>The plain text of a Markdown paragraph, and where in it the bold phrases stand.</summary>
internal sealed class InlineText
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, int End)> _bold = [];

    public string Plain => _text.ToString();

    public static InlineText Of(ContainerInline? inline)
    {
        var text = new InlineText();
        if (inline is not null)
        {
            text.Add(inline);
        }

        return text;
    }

    public static List<LessonSentence> Sentences(ParagraphBlock paragraph)
    {
        var text = Of(paragraph.Inline);
        return Sentences(text.Plain, text._bold);
    }

    public static List<LessonSentence> Sentences(string plain, IReadOnlyList<(int Start, int End)> bold) =>
        [.. SentenceSplitter.Split(plain)
            .Where(sentence => sentence.Text.Any(char.IsLetterOrDigit))
            .Select(sentence => new LessonSentence(
                Tidy(sentence.Text),
                [.. bold.Where(range => range.Start >= sentence.Start && range.End <= sentence.Start + sentence.Text.Length)
                    .Select(range => Tidy(plain[range.Start..range.End]))]))];

    private static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void Add(ContainerInline container)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    _text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    _text.Append(code.Content);
                    break;
                case LineBreakInline:
                    _text.Append(' ');
                    break;
                case HtmlEntityInline entity:
                    _text.Append(entity.Transcoded.AsSpan());
                    break;
                case LinkInline { IsImage: true }:
                    break;
                case EmphasisInline { DelimiterCount: >= 2 } bold:
                    var start = _text.Length;
                    Add(bold);
                    _bold.Add((start, _text.Length));
                    break;
                case ContainerInline inner:
                    Add(inner);
                    break;
            }
        }
    }
}
