using Markdig;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>Reads a lesson from Markdown, or from plain text.</summary>
internal static class LessonReader
{
    internal const int LargestLesson = 1_000_000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseGridTables().UsePipeTables().UseFootnotes().UseDefinitionLists().UseTaskLists().UseMathematics().UseEmphasisExtras()
        .UseEmojiAndSmiley(enableSmileys: false).UsePreciseSourceLocation().Build();

    /// <exception cref="StorySourceException">The text is no lesson.</exception>
    /// <param name="markdown">The text.</param>
    /// <param name="ownLanguages">Languages that a person's own voices speak.</param>
    public static Lesson Read(string markdown, IReadOnlyList<string>? ownLanguages = null)
    {
        var text = LessonText.Require(markdown, LargestLesson);
        var head = FrontMatter.Read(text);
        var lines = text.Split('\n');
        var taken = LessonMarkup.Take(string.Join('\n', lines.Select((line, i) => i < head.Lines ? "" : line)));
        var language = LessonLanguage.Of(head.Language, taken.Text, ownLanguages ?? []);
        var builder = new SectionBuilder(head.Title, taken.Containers);
        var blocks = new BlockReader(language.Tag);
        blocks.LeftOut.AddRange(taken.LeftOut);
        Read(Markdown.Parse(taken.Text, Pipeline), builder, blocks);

        foreach (var (line, key) in head.Unknown)
        {
            blocks.LeftOut.Add(new LeftOut(line, key, "a setting that is not known"));
        }

        var lesson = new Lesson
        {
            Title = builder.Title,
            Subject = head.Subject?.Trim().ToLowerInvariant() ?? "",
            Language = language.Tag,
            Summary = head.Summary is { } summary ? BlockReader.Sentences(summary, 1, language.Tag) : [],
            Keywords = head.Keywords,
            Voice = head.Voice,
            Size = head.Size,
            Logo = head.Logo,
            Pronunciation = head.Pronunciation,
            Sections = ClassLine.Without(builder.Sections, blocks.LeftOut),
            LeftOut =
            [
                .. language.Notes,
                .. blocks.LeftOut
                    .Concat(language.Notes.Count > 0 ? [] : LessonLanguage.Foreign(Paragraphs(builder.Sections), language.Tag))
                    .OrderBy(item => item.Line),
            ],
        };
        if (!lesson.Sections.Any(section => section.Blocks.Count > 0) && lesson.Summary.Count == 0)
        {
            throw new StorySourceException(
                "The lesson has headings but no sentences. Write what is to be said under each heading, in short sentences.");
        }

        return lesson;
    }

    private static IEnumerable<(int Line, string Text)> Paragraphs(IEnumerable<LessonSection> sections) =>
        sections.SelectMany(section => section.Blocks).Where(block => block is LessonParagraph or LessonQuote)
            .Select(block => (block.Line, string.Join(' ', block.Sentences.Select(sentence => sentence.Text))));

    /// <summary>The sentences of a few lines of Markdown, whatever stands before them.</summary>
    /// <param name="markdown">The lines.</param>
    /// <param name="language">Their language.</param>
    public static IReadOnlyList<LessonSentence> Sentences(string markdown, string language) =>
        [.. Markdown.Parse(markdown, Pipeline).Descendants<LeafBlock>()
            .SelectMany(block => InlineText.Of(block.Inline).Sentences(0, language))];

    private static void Read(ContainerBlock document, SectionBuilder sections, BlockReader blocks)
    {
        var headings = PlainHeadings.Of(document);
        var areMarked = PlainHeadings.AreMarked(document);
        for (var i = 0; i < document.Count; i++)
        {
            var (block, line) = (document[i], document[i].Line + 1);
            switch (block)
            {
                case HeadingBlock heading:
                    Head(sections, InlineText.Of(heading.Inline), line, heading.Level);
                    break;
                case ParagraphBlock paragraph when headings.TryGetValue(paragraph, out var level):
                    Head(sections, InlineText.Of(paragraph.Inline), line, level);
                    break;
                case ParagraphBlock paragraph when !areMarked && PlainHeadings.Parted(paragraph) is var (heading, text):
                    Head(sections, InlineText.Of(heading.Inline), line, 2);
                    sections.Add(text.Line + 1, blocks.Read(text));
                    break;
                case FootnoteGroup notes:
                    foreach (var note in notes.OfType<Footnote>())
                    {
                        blocks.LeftOut.Add(new LeftOut(note.Line + 1, BlockReader.PlainOf(note), "a footnote"));
                    }

                    break;
                case HtmlBlock:
                    // An empty line parts HTML for Markdown, not for HTML.
                    var html = document.Skip(i).TakeWhile(each => each is HtmlBlock).Cast<HtmlBlock>().ToList();
                    Html(html, sections, blocks);
                    i += html.Count - 1;
                    break;
                case QuoteBlock quote when quote.Any(inner => inner is HeadingBlock):
                    // Older teaching sites set boxes with headings as quotes.
                    Read(quote, sections, blocks);
                    break;
                case ListBlock or ParagraphBlock or QuoteBlock or CodeBlock or Table or DefinitionList:
                    sections.Add(line, blocks.Read(block));
                    break;
                case ContainerBlock container:
                    Read(container, sections, blocks);
                    break;
            }
        }
    }

    private static void Head(SectionBuilder sections, InlineText text, int line, int level)
    {
        sections.Head(line, InlineText.Tidy(text.Plain), level);
        sections.Add(line,
            [.. text.Pictures.Select(picture => new LessonPicture { Line = line, File = picture.File, Caption = picture.Caption })]);
    }

    private static void Html(IReadOnlyList<HtmlBlock> html, SectionBuilder sections, BlockReader blocks)
    {
        var line = html[0].Line + 1;
        foreach (var part in new HtmlReader(line, blocks.Language, blocks.LeftOut)
            .Read(string.Join('\n', html.Select(block => block.Lines.ToString()))))
        {
            if (part.Block is { } block)
            {
                sections.Add(line, [block]);
            }
            else
            {
                sections.Head(line, part.Heading, part.Level);
            }
        }
    }
}
