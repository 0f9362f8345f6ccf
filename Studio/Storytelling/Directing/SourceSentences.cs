using TemporalVideo.Studio.Storytelling.Lessons;

namespace TemporalVideo.Studio.Storytelling.Directing;

/// <summary>What a lesson says, sentence by sentence, numbered from 1.</summary>
internal sealed class SourceSentences
{
    private readonly string _title;
    private readonly List<(LessonSection Section, string Text, int Line)> _sentences;

    public SourceSentences(Lesson lesson)
    {
        _title = lesson.Title;
        _sentences = [.. lesson.Sections.SelectMany(section => section.Blocks.SelectMany(block => Of(block)
            .Select(said => (section, said.Text, said.Line))))];
    }

    public int Count => _sentences.Count;

    /// <summary>The sentences with their numbers, below their headings.</summary>
    public string Text => string.Join('\n', _sentences.Index().GroupBy(said => said.Item.Section).SelectMany(section =>
        section.Select(said => $"[{said.Index + 1}] {said.Item.Text}").Prepend($"# {section.Key.Heading}")));

    public (string Text, int Line) this[int number] => (_sentences[number - 1].Text, _sentences[number - 1].Line);

    public bool Has(int number) => number >= 1 && number <= Count;

    /// <summary>The texts that a sentence may take its words from.</summary>
    public IReadOnlyList<string> Behind(WrittenSentence sentence) =>
    [
        _title,
        .. sentence.Sources.Where(Has).SelectMany(number => new[] { this[number].Text, _sentences[number - 1].Section.Heading }),
    ];

    /// <summary>The pictures of the sections that sentences rest on.</summary>
    public IEnumerable<LessonPicture> Pictures(IEnumerable<WrittenSentence> sentences) => sentences
        .SelectMany(sentence => sentence.Sources.Where(Has)).Select(number => _sentences[number - 1].Section).Distinct()
        .SelectMany(section => section.Blocks.OfType<LessonPicture>());

    private static IEnumerable<(string Text, int Line)> Of(LessonBlock block) => block is LessonTable table
        ? table.Rows.Select(row => (string.Join("; ", row.Select((cell, i) =>
            i < table.Header.Count && table.Header[i].Length > 0 ? $"{table.Header[i]}: {cell}" : cell)), table.Line))
        : block.Sentences.Select(sentence => (sentence.Text, sentence.Line));
}
