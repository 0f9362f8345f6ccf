using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>Reads a lesson from Markdown.</summary>
internal static class LessonReader
{
    private const int LargestLesson = 400_000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().Build();

    private static readonly IDeserializer Yaml = new DeserializerBuilder().IgnoreUnmatchedProperties().Build();

    /// <exception cref="StorySourceException">The text is no lesson.</exception>
    public static Lesson Read(string markdown)
    {
        RequireText(markdown);
        var document = Markdown.Parse(markdown, Pipeline);
        var head = ReadFrontMatter(document);
        var title = head.Title ?? "";
        List<(string Heading, List<LessonBlock> Blocks)> sections = [("", [])];
        foreach (var block in document)
        {
            if (block is HeadingBlock heading)
            {
                var text = InlineText.Of(heading.Inline).Plain.Trim();
                if (heading.Level == 1 && sections.Count == 1 && sections[0].Blocks.Count == 0)
                {
                    title = title.Length > 0 ? title : text;
                }
                else
                {
                    sections.Add((text, []));
                }
            }
            else if (ReadBlock(block) is { } read)
            {
                sections[^1].Blocks.Add(read);
            }
        }

        var lesson = new Lesson
        {
            Title = title.Trim().Length > 0 ? title.Trim() : sections.Skip(1).Select(section => section.Heading).FirstOrDefault() ?? "",
            Subject = head.Subject?.Trim().ToLowerInvariant() ?? "",
            Language = head.Language?.Trim() is { Length: > 0 } language ? language : "en",
            Summary = head.Summary is { } summary ? InlineText.Sentences(summary, []) : [],
            Keywords = head.Keywords ?? [],
            Introduction = new LessonSection("", sections[0].Blocks),
            Sections = [.. sections.Skip(1).Where(section => section.Blocks.Count > 0).Select(section => new LessonSection(section.Heading, section.Blocks))],
        };
        RequireSubstance(lesson);
        return lesson;
    }

    private static LessonBlock? ReadBlock(Block block) => block switch
    {
        ParagraphBlock paragraph when InlineText.Sentences(paragraph) is { Count: > 0 } lines => new LessonParagraph(lines),
        QuoteBlock quote when quote.OfType<ParagraphBlock>().SelectMany(InlineText.Sentences).ToList() is { Count: > 0 } lines => new LessonParagraph(lines),
        ListBlock list when ReadItems(list) is { Count: > 0 } items => new LessonList(list.IsOrdered, items),
        Table table => ReadTable(table),
        _ => null,
    };

    private static List<LessonParagraph> ReadItems(ListBlock list) =>
        [.. list.OfType<ListItemBlock>()
            .Select(item => new LessonParagraph([.. item.OfType<ParagraphBlock>().SelectMany(InlineText.Sentences)]))
            .Where(item => item.Lines.Count > 0)];

    private static LessonTable ReadTable(Table table)
    {
        var rows = table.OfType<TableRow>().Select(row => (IReadOnlyList<string>)[.. row.OfType<TableCell>().Select(ReadCell)]).ToList();
        return new LessonTable(rows[0], rows[1..]);
    }

    private static string ReadCell(TableCell cell) =>
        string.Join(' ', cell.OfType<ParagraphBlock>().Select(paragraph => InlineText.Of(paragraph.Inline).Plain)).Trim();

    private static FrontMatter ReadFrontMatter(MarkdownDocument document)
    {
        if (document.OfType<YamlFrontMatterBlock>().FirstOrDefault() is not { } block)
        {
            return new FrontMatter();
        }

        try
        {
            return Yaml.Deserialize<FrontMatter>(block.Lines.ToString()) ?? new FrontMatter();
        }
        catch (YamlException error)
        {
            throw new StorySourceException(
                $"The lesson's front matter is not YAML (line {error.Start.Line + 1}: {error.Message}). Correct it, or remove the part between the --- lines.");
        }
    }

    private static void RequireText(string markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            throw new StorySourceException("The lesson is empty. Give a Markdown text with a title and a few paragraphs, or a topic.");
        }

        if (markdown.Length > LargestLesson)
        {
            throw new StorySourceException(
                $"The lesson has {markdown.Length:N0} characters; at most {LargestLesson:N0} are read. Give the part that the video is to be about.");
        }

        var unreadable = markdown.Count(c => c is '\0' or '\uFFFD' || (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f')));
        if (unreadable > 0 && (markdown.Contains('\0') || unreadable > markdown.Length / 100))
        {
            throw new StorySourceException("The lesson is not text: it looks like a binary file. Give a Markdown or plain text file in UTF-8.");
        }
    }

    private static void RequireSubstance(Lesson lesson)
    {
        var count = lesson.Sentences.Distinct().Count();
        if (count < 3)
        {
            throw new StorySourceException(count == 0
                ? "The lesson has headings but no sentences. Write what is to be said under each heading, in short sentences."
                : $"The lesson has only {count} sentence(s); a video needs at least 3. Add what the viewer should learn.");
        }
    }
}
