using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>Reads the HTML in a lesson into headings and blocks; nothing of it is loaded or run.</summary>
/// <param name="line">Where it begins.</param>
/// <param name="language">Language of the text.</param>
/// <param name="leftOut">Receives what cannot be in a video.</param>
internal sealed partial class HtmlReader(int line, string language, List<LeftOut> leftOut)
{
    private static readonly HashSet<string> Media =
        ["iframe", "video", "audio", "object", "embed", "svg", "canvas", "math", "form", "input", "select", "textarea", "button"];

    private static readonly HashSet<string> Boxes =
    [
        "p", "div", "section", "article", "main", "header", "footer", "details", "summary", "figure", "figcaption", "center", "aside",
            "nav", "address", "html", "body",
        "head",
    ];

    private readonly List<HtmlPart> _parts = [];
    private readonly StringBuilder _text = new();

    /// <summary>The parts of a piece of HTML, in order.</summary>
    public IReadOnlyList<HtmlPart> Read(string html)
    {
        Walk(new HtmlParser().ParseDocument(html).DocumentElement);
        Flush();
        return _parts;
    }

    private void Walk(INode parent)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
            {
                _text.Append(text.Data);
            }
            else if (node is IElement element)
            {
                Element(element);
            }
        }
    }

    private void Element(IElement element)
    {
        switch (element.LocalName)
        {
            case "script" or "style" or "template" or "noscript" or "meta" or "link" or "title":
                break;
            case ['h', >= '1' and <= '6'] name:
                Flush();
                _parts.Add(new HtmlPart(PlainOf(element), name[1] - '0', null));
                break;
            case "ul" or "ol":
                Block(List(element));
                break;
            case "table":
                Block(Table(element));
                break;
            case "blockquote":
                Block(Sentences(PlainOf(element)) is { Count: > 0 } quoted ? new LessonQuote { Line = line, Lines = quoted } : null);
                break;
            case "pre":
                Block(element.TextContent.Trim().Length > 0
                    ? new LessonCode { Line = line, Text = element.TextContent.Trim('\n', '\r').TrimEnd(), Language = "" } : null);
                break;
            case "dl":
                Definitions(element);
                break;
            case "img":
                Block(new LessonPicture
                {
                    Line = line,
                    File = element.GetAttribute("src")
                    ?? "",
                    Caption = element.GetAttribute("alt")?.Trim() ?? ""
                });
                break;
            case "br":
                _text.Append('\n');
                break;
            case "sup" or "sub":
                _text.Append(Scripted(element));
                break;
            case var name when Media.Contains(name):
                leftOut.Add(new LeftOut(line, $"<{name}>", "an element that only a web page has"));
                break;
            case "p" when Bullet().Match(PlainOf(element)) is { Success: true } bullet:
                Item(PlainOf(element)[bullet.Length..]);
                break;
            case var name when Boxes.Contains(name):
                Flush();
                Walk(element);
                Flush();
                break;
            default:
                Walk(element);
                break;
        }
    }

    /// <summary>A paragraph that a word processor has given a bullet: with its neighbours, a list.</summary>
    private void Item(string text)
    {
        Flush();
        if (Sentences(text) is not { Count: > 0 } own)
        {
            return;
        }

        LessonItem item = new(0, own, null);
        if (_parts.Count > 0 && _parts[^1].Block is LessonList { IsNumbered: false } list)
        {
            _parts[^1] = new HtmlPart("", 0, list with { Items = [.. list.Items, item] });
        }
        else
        {
            Block(new LessonList { Line = line, IsNumbered = false, Items = [item] });
        }
    }

    /// <summary>Whether a first row without marks of its own names the columns: words, above numbers.</summary>
    private static bool NamesColumns(IReadOnlyList<List<string>> rows) =>
        rows.Count > 2 && rows[0].All(cell => cell.Length > 0 && !cell.Any(char.IsDigit))
        && Enumerable.Range(1, Math.Max(0, rows[0].Count - 1))
            .Any(column => rows.Skip(1).All(row => column < row.Count && row[column].Any(char.IsDigit)));

    private void Block(LessonBlock? block)
    {
        Flush();
        if (block is not null)
        {
            _parts.Add(new HtmlPart("", 0, block));
        }
    }

    private void Flush()
    {
        var sentences = Sentences(_text.ToString());
        _text.Clear();
        if (sentences.Count > 0)
        {
            _parts.Add(new HtmlPart("", 0, new LessonParagraph { Line = line, Lines = sentences }));
        }
    }

    private LessonList? List(IElement list)
    {
        List<LessonItem> items = [.. Items(list, 0)];
        return items.Count == 0 ? null : new LessonList { Line = line, IsNumbered = list.LocalName == "ol", Items = items };
    }

    private IEnumerable<LessonItem> Items(IElement list, int level)
    {
        var number = int.TryParse(list.GetAttribute("start"), CultureInfo.InvariantCulture, out var start) ? start : 1;
        foreach (var item in list.Children.Where(child => child.LocalName == "li"))
        {
            if (Sentences(PlainOf(item, nested: false)) is { Count: > 0 } own)
            {
                yield return new LessonItem(
                    level, own, list.LocalName != "ol" ? null
                        : ListMarks.Of(list.GetAttribute("type") is ['a' or 'A'] type ? type[0] : '1', number++));
            }

            foreach (var inner in item.Children.Where(child => child.LocalName is "ul" or "ol")
                .SelectMany(inner => Items(inner, level + 1)))
            {
                yield return inner;
            }
        }
    }

    private LessonTable? Table(IElement table)
    {
        var rows = table.QuerySelectorAll("tr")
            .Select(row =>
                (IsHead: row.Children.All(cell => cell.LocalName == "th"),
                Cells: (List<string>)[.. row.Children.Select(cell => PlainOf(cell))]))
            .Where(row => row.Cells.Count > 0).ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        var columns = rows.Max(row => row.Cells.Count);
        var header = rows[0].IsHead || NamesColumns([.. rows.Select(row => row.Cells)]) ? rows[0].Cells : [];
        return new LessonTable
        {
            Line = line,
            Header = BlockReader.Padded(header, columns),
            Rows = [.. rows.Skip(header.Count > 0 ? 1 : 0).Where(row => row.Cells.Any(cell => cell.Length > 0))
                .Select(row => BlockReader.Padded(row.Cells, columns))],
        };
    }

    private void Definitions(IElement list)
    {
        var term = "";
        foreach (var child in list.Children)
        {
            if (child.LocalName == "dt")
            {
                term = PlainOf(child);
            }
            else if (Sentences(PlainOf(child)) is { Count: > 0 } meaning)
            {
                Block(new LessonDefinition { Line = line, Term = term, Lines = meaning });
            }
        }
    }

    private List<LessonSentence> Sentences(string text) =>
        BlockReader.Sentences(InlineText.Tidy(Code().Replace(text, "${code}")), line, language);

    private static string PlainOf(IElement element, bool nested = true)
    {
        var text = new StringBuilder();
        Collect(element, text, nested);
        return InlineText.Tidy(text.ToString());
    }

    private static void Collect(INode parent, StringBuilder text, bool nested)
    {
        foreach (var node in parent.ChildNodes)
        {
            switch (node)
            {
                case IText own:
                    text.Append(own.Data);
                    break;
                case IElement { LocalName: "ul" or "ol" } when !nested:
                case IElement { LocalName: "script" or "style" }:
                    break;
                case IElement { LocalName: "sup" or "sub" } script:
                    text.Append(Scripted(script));
                    break;
                case IElement { LocalName: "br" or "p" or "li" or "div" } box:
                    text.Append(' ');
                    Collect(box, text, nested);
                    text.Append(' ');
                    break;
                case IElement inner:
                    Collect(inner, text, nested);
                    break;
            }
        }
    }

    private static string Scripted(IElement element) => InlineText.Scripted(element.TextContent, element.LocalName == "sup");

    /// <summary>Code between ticks, as Markdown marks it also within HTML.</summary>
    [GeneratedRegex(@"(?<!`)`(?<code>[^`\n]+)`(?!`)")]
    private static partial Regex Code();

    [GeneratedRegex(@"^[·•▪§]\s*(?=\S)")]
    private static partial Regex Bullet();
}

/// <summary>A heading, or a block, that stands in HTML.</summary>
/// <param name="Heading">The heading; empty for a block.</param>
/// <param name="Level">Its level, from 1; 0 for a block.</param>
/// <param name="Block">The block; null for a heading.</param>
internal sealed record HtmlPart(string Heading, int Level, LessonBlock? Block);
