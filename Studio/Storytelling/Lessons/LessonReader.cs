using Markdig;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>Reads a lesson from Markdown, or from plain text.</summary>
internal static class LessonReader
{
    private const int LargestLesson = 1_000_000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseGridTables().UsePipeTables().UseFootnotes().UseDefinitionLists().UseTaskLists().UseMathematics().UseEmphasisExtras()
        .UsePreciseSourceLocation().UseGenericAttributes().Build();

    /// <exception cref="StorySourceException">The text is no lesson.</exception>
    public static Lesson Read(string markdown)
    {
        var text = LessonText.Require(markdown, LargestLesson);
        var head = FrontMatter.Read(text);
        var lines = text.Split('\n');
        var (body, roles) = LessonMarkup.Take(string.Join('\n', lines.Select((line, i) => i < head.Lines ? "" : line)));
        var language = LessonLanguage.Of(head.Language, body);
        var builder = new SectionBuilder(head.Title, roles);
        var blocks = new BlockReader(language.Tag);
        foreach (var block in Markdown.Parse(body, Pipeline))
        {
            Read(block, builder, blocks);
        }

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
            Sections = builder.Sections,
            LeftOut = [.. language.Notes, .. blocks.LeftOut.OrderBy(item => item.Line)],
        };
        if (!lesson.Sections.Any(section => section.Blocks.Count > 0) && lesson.Summary.Count == 0)
        {
            throw new StorySourceException("The lesson has headings but no sentences. Write what is to be said under each heading, in short sentences.");
        }

        return lesson;
    }

    private static void Read(Block block, SectionBuilder sections, BlockReader blocks)
    {
        var line = block.Line + 1;
        switch (block)
        {
            case HeadingBlock heading:
                sections.Head(line, InlineText.Tidy(InlineText.Of(heading.Inline).Plain), heading.Level);
                break;
            case FootnoteGroup notes:
                foreach (var note in notes.OfType<Footnote>())
                {
                    blocks.LeftOut.Add(new LeftOut(note.Line + 1, BlockReader.PlainOf(note), "a footnote"));
                }

                break;
            case ListBlock or ParagraphBlock or QuoteBlock or CodeBlock or MathBlock or Table or DefinitionList or HtmlBlock:
                sections.Add(line, blocks.Read(block));
                break;
            case ContainerBlock container:
                foreach (var inner in container)
                {
                    Read(inner, sections, blocks);
                }

                break;
        }
    }
}
