using System.Text.RegularExpressions;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TemporalVideo.Studio.Words;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>Reads blocks of Markdown; what cannot be in a video is noted.</summary>
/// <param name="language">Language of the text.</param>
internal sealed partial class BlockReader(string language)
{
    private const int MostRows = 8;

    /// <summary>Language of the text.</summary>
    public string Language => language;

    /// <summary>What was found and cannot be in a video.</summary>
    public List<LeftOut> LeftOut { get; } = [];

    /// <summary>The sentences of a text without markup.</summary>
    public static List<LessonSentence> Sentences(string plain, int line, string language) =>
        [.. Words.Sentences.Split(plain, language)
            .Where(sentence => sentence.Text.Any(char.IsLetterOrDigit))
            .Select(sentence => new LessonSentence(InlineText.Tidy(sentence.Text), [], line))];

    /// <summary>All text below a block.</summary>
    public static string PlainOf(ContainerBlock block) =>
        InlineText.Tidy(string.Join(' ', block.Descendants<ParagraphBlock>().Select(paragraph => InlineText.Of(paragraph.Inline).Plain)));

    public IReadOnlyList<LessonBlock> Read(Block block)
    {
        var line = block.Line + 1;
        return block switch
        {
            MathBlock math => Equation(math, line),
            CodeBlock code and not FencedCodeBlock when IsProse(code) => Prose(code, line),
            CodeBlock code => Code(code, line),
            ParagraphBlock paragraph => [.. DisplayedFormulas.Apart(paragraph).SelectMany(part => Paragraph(part, part.Line + 1))],
            QuoteBlock quote => Quote(quote, line),
            ListBlock list => List(list, line),
            Table table => Table(table, line),
            DefinitionList definitions => Definitions(definitions),
            HtmlBlock html =>
                [.. new HtmlReader(line, language, LeftOut).Read(html.Lines.ToString())
                .Select(part => part.Block ?? Heading(part.Heading, line))],
            LeafBlock { Inline: { } inline } => [Heading(InlineText.Tidy(InlineText.Of(inline).Plain), line)],
            ContainerBlock container => [.. container.SelectMany(Read)],
            _ => [],
        };
    }

    private List<LessonBlock> Paragraph(ParagraphBlock paragraph, int line)
    {
        var text = InlineText.Of(paragraph.Inline);
        List<LessonBlock> blocks = [];
        if (text.Formulas.Count == 1 && InlineText.Tidy(text.Plain).Trim('.', ' ') == text.Formulas[0].Plain.Trim('.', ' '))
        {
            blocks.Add(new LessonEquation { Line = line, Sentence = new LessonSentence(text.Formulas[0].Plain, [], line, text.Formulas) });
        }
        else if (text.Bold.Count == 0 && Rows(text) is { Count: > 1 and <= MostRows } rows)
        {
            var formula = new LessonFormula(Latex.InRows(rows.Select(Latex.OfPlain)), string.Join("; ", rows));
            blocks.Add(new LessonEquation { Line = line, Sentence = new LessonSentence(formula.Plain, [], line, [formula]) });
        }
        else if (text.Bold.Count == 0 && PlainEquations.IsOne(InlineText.Tidy(text.Plain), language))
        {
            blocks.Add(Equation(InlineText.Tidy(text.Plain), line));
        }
        else if (text.Bold.Count == 0 && LabelledEquation().Match(InlineText.Tidy(text.Plain)) is { Success: true } labelled
            && PlainEquations.IsOne(labelled.Groups["equation"].Value, language))
        {
            var (label, plain) = (labelled.Groups["label"].Value, labelled.Groups["equation"].Value);
            blocks.Add(new LessonParagraph { Line = line, Lines = [new LessonSentence(label, [], line)] });
            blocks.Add(text.Formulas is [var only] && only.Plain.Trim('.', ' ') == plain.Trim('.', ' ')
                ? new LessonEquation { Line = line, Sentence = new LessonSentence(only.Plain, [], line, [only]) } : Equation(plain, line));
        }
        else if (Verses.OfParagraph(text.Plain, IsBroken(paragraph)) is { Count: > 0 } verses)
        {
            blocks.Add(new LessonQuote { Line = line, Lines = text.InVerses().Sentences(line, language), Verses = verses });
        }
        else if (text.Sentences(line, language) is { Count: > 0 } sentences)
        {
            blocks.Add(new LessonParagraph { Line = line, Lines = sentences });
        }

        blocks.AddRange(text.Pictures.Select(picture => new LessonPicture { Line = line, File = picture.File, Caption = picture.Caption }));
        return blocks;
    }

    private static bool IsBroken(ParagraphBlock paragraph) =>
        paragraph.Inline?.Descendants<LineBreakInline>().ToList() is { Count: > 0 } ends && ends.TrueForAll(end => end.IsHard);

    /// <summary>The lines of a paragraph that is nothing but equations, one a line; none of another.</summary>
    private List<string> Rows(InlineText text)
    {
        List<string> lines = [.. text.Plain.Trim().Split('\n').Select(InlineText.Tidy)];
        return lines.TrueForAll(each => PlainEquations.IsOne(each, language)) ? lines : [];
    }

    private static LessonEquation Equation(string plain, int line) =>
        new() { Line = line, Sentence = new LessonSentence(plain, [], line, [new LessonFormula(Latex.OfPlain(plain), plain)]) };

    private static List<LessonBlock> Equation(MathBlock math, int line)
    {
        var latex = math.Lines.ToString().Trim();
        var formula = new LessonFormula(latex, Latex.ToPlain(latex));
        return latex.Length == 0 ? []
            : [new LessonEquation { Line = line, Sentence = new LessonSentence(formula.Plain, [], line, [formula]) }];
    }

    private List<LessonBlock> Code(CodeBlock code, int line)
    {
        if (code is FencedCodeBlock { Arguments: { } arguments } && CodeTitle().Match(arguments) is { Success: true } title)
        {
            LeftOut.Add(new LeftOut(line, title.Value, "a setting of a code cell"));
        }

        var text = code.Lines.ToString().TrimEnd();
        return text.Trim().Length == 0
            ? []
            : [new LessonCode { Line = line, Text = text, Language = (code as FencedCodeBlock)?.Info?.Trim('{', '}', '.', ' ') ?? "" }];
    }

    /// <summary>A heading inside of a list or a box is a line of text.</summary>
    private LessonParagraph Heading(string text, int line) => new() { Line = line, Lines = [new LessonSentence(text, [], line)] };

    /// <summary>Text that somebody indented: Markdown takes it for code.</summary>
    private static bool IsProse(CodeBlock code) =>
        code.Lines.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } lines
        && lines.All(line => !CodeSigns().IsMatch(line)) && IndentedSentence().IsMatch(lines[0].Trim()) && SentenceEnd()
            .IsMatch(lines[^1].Trim());

    private List<LessonBlock> Prose(CodeBlock code, int line) =>
        Sentences(InlineText.Tidy(code.Lines.ToString()), line, language) is { Count: > 0 } sentences
            ? [new LessonParagraph { Line = line, Lines = sentences }] : [];

    private List<LessonBlock> Quote(QuoteBlock quote, int line)
    {
        List<LessonBlock> others = [.. quote.Where(inner => inner is not ParagraphBlock).SelectMany(Read)];
        List<InlineText> texts = [.. quote.OfType<ParagraphBlock>().Select(paragraph => InlineText.Of(paragraph.Inline))];
        var verses = Verses.Of([.. texts.Select(text => text.Plain)]);
        List<LessonSentence> sentences =
            [.. quote.OfType<ParagraphBlock>().Zip(texts, (paragraph, text) =>
                (verses.Count > 0 ? text.InVerses() : text).Sentences(paragraph.Line + 1, language)).SelectMany(lines => lines)];
        if (sentences.Count == 0)
        {
            return others;
        }

        string? by = null;
        if (Speaker().Match(sentences[^1].Text) is { Success: true } speaker)
        {
            by = speaker.Groups["by"].Value;
            sentences[^1] = sentences[^1] with { Text = sentences[^1].Text[..speaker.Index].TrimEnd() };
            sentences.RemoveAll(sentence => sentence.Text.Length == 0);
        }
        else if (sentences.Count > 1 && (Closed().IsMatch(sentences[^2].Text) || OwnLine().IsMatch(texts[^1].Plain))
            && InBrackets().Match(sentences[^1].Text) is { Success: true } name)
        {
            by = name.Groups["by"].Value;
            sentences.RemoveAt(sentences.Count - 1);
        }

        return sentences.Count == 0 ? others : [new LessonQuote { Line = line, Lines = sentences, By = by, Verses = verses }, .. others];
    }

    private List<LessonBlock> List(ListBlock list, int line)
    {
        List<LessonBlock> others = [];
        var items = Items(list, 0, others).ToList();
        var counted = list.IsOrdered && OrdinalItems.Are(items, language);
        var shown = new LessonList
        {
            Line = line,
            IsNumbered = list.IsOrdered && !counted,
            Items = counted ? OrdinalItems.Whole(items) : items,
        };
        return items.Count == 0 ? others : [shown, .. others];
    }

    private IEnumerable<LessonItem> Items(ListBlock list, int level, List<LessonBlock> others)
    {
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var sentences = new List<LessonSentence>();
            var nested = new List<LessonItem>();
            foreach (var block in item)
            {
                switch (block)
                {
                    case ParagraphBlock paragraph:
                        var text = InlineText.Of(paragraph.Inline);
                        sentences.AddRange(text.Sentences(paragraph.Line + 1, language));
                        others.AddRange(text.Pictures.Select(picture =>
                            new LessonPicture { Line = paragraph.Line + 1, File = picture.File, Caption = picture.Caption }));
                        break;
                    case ListBlock inner:
                        nested.AddRange(Items(inner, level + 1, others));
                        break;
                    default:
                        others.AddRange(Read(block));
                        break;
                }
            }

            if (sentences.Count > 0)
            {
                yield return new LessonItem(level, sentences, list.IsOrdered ? ListMarks.Of(list.BulletType, item.Order) : null);
            }

            foreach (var inner in nested)
            {
                yield return inner;
            }
        }
    }

    private List<LessonBlock> Table(Table table, int line)
    {
        LeftOut.AddRange(table.Descendants<LinkInline>().Where(link => link.IsImage)
            .Select(picture => new LeftOut(line, $"picture {picture.Url}", "it stands in a table: only its words are shown")));
        var rows = table.OfType<TableRow>()
            .Select(row => (row.IsHeader, Cells: (IReadOnlyList<string>)[.. row.OfType<TableCell>().Select(PlainOf)])).ToList();
        var header = rows.FirstOrDefault(row => row.IsHeader).Cells;
        var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Cells.Count);
        var body = rows.Where(row => !row.IsHeader && row.Cells.Any(cell => cell.Length > 0)).Select(row => Padded(row.Cells, columns))
            .ToList();
        return body.Count == 0 && header is null ? []
            : [new LessonTable { Line = line, Header = Padded(header ?? [], columns), Rows = body }];
    }

    /// <summary>A row with as many cells as the table has columns.</summary>
    internal static IReadOnlyList<string> Padded(IReadOnlyList<string> cells, int columns) =>
        [.. cells, .. Enumerable.Repeat("", Math.Max(0, columns - cells.Count))];

    private List<LessonBlock> Definitions(DefinitionList list)
    {
        var blocks = new List<LessonBlock>();
        foreach (var item in list.OfType<DefinitionItem>())
        {
            var term = string.Join(", ", item.OfType<DefinitionTerm>().Select(each => InlineText.Tidy(InlineText.Of(each.Inline).Plain)));
            List<LessonSentence> meaning =
                [.. item.OfType<ParagraphBlock>()
                    .SelectMany(paragraph => InlineText.Of(paragraph.Inline).Sentences(paragraph.Line + 1, language))];
            if (meaning.Count > 0 && term.Length == 0 && blocks.OfType<LessonDefinition>().LastOrDefault() is { } last)
            {
                blocks[blocks.LastIndexOf(last)] = last with { Lines = [.. last.Lines, .. meaning] };
            }
            else if (meaning.Count > 0)
            {
                blocks.Add(new LessonDefinition { Line = item.Line + 1, Term = term, Lines = meaning });
            }

            blocks.AddRange(item.Where(inner => inner is not (DefinitionTerm or ParagraphBlock)).SelectMany(Read));
        }

        return blocks;
    }

    /// <summary>The name of a file above its code: <c>title="app.js"</c>.</summary>
    [GeneratedRegex(@"\b(?:title|filename|caption)\s*=\s*(?:""[^""]+""|'[^']+'|\S+)")]
    private static partial Regex CodeTitle();

    [GeneratedRegex(@"[""”»“’]$")]
    private static partial Regex Closed();

    /// <summary>Brackets on a line of their own.</summary>
    [GeneratedRegex(@"\n\s*\([^()\n]+\)\.?\s*$")]
    private static partial Regex OwnLine();

    /// <summary>"(Marie Curie)" behind a quotation.</summary>
    [GeneratedRegex(@"^\((?<by>\p{Lu}[^()]{1,60})\)\.?$")]
    private static partial Regex InBrackets();

    /// <summary>"— Marie Curie" at the end of a quotation.</summary>
    [GeneratedRegex(@"(?:^|\s|(?<=["".”»“’']))[—–―-]\s*(?<by>(?:\p{Lu}\.\s?){0,3}\p{Lu}[^.!?]{1,60}(?:\.[^.!?]{0,30})?)$")]
    private static partial Regex Speaker();

    /// <summary>"Formula: A = P(1 + r)".</summary>
    [GeneratedRegex(@"^(?<label>\p{Lu}[\p{L} ]{2,40}:)\s(?<equation>.+)$")]
    private static partial Regex LabelledEquation();

    [GeneratedRegex(@"[{}<>=;\\]|\(\)|^\s*(?:#|//|\$|>)|\w\.\w+\(")]
    private static partial Regex CodeSigns();

    [GeneratedRegex(@"^[\p{Lu}""“„«¿¡](?=.*\p{L}.*\s.*\s)")]
    private static partial Regex IndentedSentence();

    [GeneratedRegex(@"[.!?:…][""”’»)]*$")]
    private static partial Regex SentenceEnd();
}
