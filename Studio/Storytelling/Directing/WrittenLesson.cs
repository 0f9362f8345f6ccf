using System.Text.Json;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Directing;

/// <summary>A written story as a lesson in Markdown, which the planner makes segments, diagrams and speech of.</summary>
internal sealed partial class WrittenLesson
{
    private readonly List<string> _text = [];
    private readonly List<int> _lines = [];

    /// <param name="story">The story.</param>
    /// <param name="source">What it is made from; null: a topic alone.</param>
    public WrittenLesson(WrittenStory story, SourceSentences? source)
    {
        foreach (var line in (string[])["---", $"title: {Quoted(story.Title)}", $"subject: {Quoted(story.Subject)}",
            $"language: {Quoted(story.Language)}", "---"])
        {
            Add(line, 0);
        }

        var shown = new HashSet<string>();
        foreach (var section in story.Sections.Where(section => section.Sentences.Count > 0))
        {
            Add("", 0);
            Add($"## {OneLine(section.Heading)}", 0);
            Add("", 0);
            foreach (var (number, sentence) in section.Sentences.Index())
            {
                Add(LineOf(section.Form, number, sentence.Text), LineIn(source, sentence));
                if (section.Form == WrittenForm.Table && number == 0)
                {
                    Add($"|{string.Concat(Enumerable.Repeat(" --- |", OneLine(sentence.Text).Trim('|').Split('|').Length))}", 0);
                }
            }

            foreach (var picture in (source?.Pictures(section.Sentences) ?? []).Where(picture => shown.Add(picture.File)))
            {
                Add("", 0);
                Add($"![{picture.Caption}](<{picture.File}>)", picture.Line);
            }
        }
    }

    public string Markdown => string.Join('\n', _text);

    /// <summary>Where a line stands in the source; null: nowhere.</summary>
    public int? SourceLine(int? line) => line is { } number && number >= 1 && number <= _lines.Count && _lines[number - 1] > 0
        ? _lines[number - 1] : null;

    private void Add(string text, int line)
    {
        _text.Add(text);
        _lines.Add(line);
    }

    private static int LineIn(SourceSentences? source, WrittenSentence sentence) =>
        source is null ? 0 : sentence.Sources.Where(source.Has).Select(number => source[number].Line).FirstOrDefault();

    private static string LineOf(WrittenForm form, int number, string text) => form switch
    {
        WrittenForm.Steps => $"{number + 1}. {OneLine(text)}",
        WrittenForm.List => $"- {OneLine(text)}",
        WrittenForm.Table => $"| {OneLine(text).Trim('|').Trim()} |",
        _ => Mark().Replace(OneLine(text), @"\$0"),
    };

    private static string OneLine(string text) => Blank().Replace(text, " ").Trim();

    private static string Quoted(string text) => JsonSerializer.Serialize(OneLine(text));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    /// <summary>What would make a sentence at the beginning of a line something else.</summary>
    [GeneratedRegex(@"^[#>+*|-]|(?<=^\d+)[.)](?=\s)")]
    private static partial Regex Mark();
}
