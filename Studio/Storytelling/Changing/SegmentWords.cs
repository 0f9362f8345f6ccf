using System.Globalization;
using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Studio.Storytelling.Planning;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Changing;

/// <summary>Changes that put words into segments: their pictures follow the words, as when a person rewrites the script.</summary>
/// <param name="before">The story before any change: new segments get ids that none of it had.</param>
/// <param name="editor">Puts other words into segments.</param>
/// <param name="source">The lesson.</param>
/// <param name="pronunciation">How words are said, by the word.</param>
internal sealed class SegmentWords(
    Story before, StoryEditor editor, string source, IReadOnlyDictionary<string, string> pronunciation)
{
    private int _last = before.Segments.Max(segment => int.TryParse(
        segment.Id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);

    /// <summary>The story with another title or text of a segment.</summary>
    public Story Retold(Story story, StoryChange change)
    {
        var segment = SegmentPlaces.Require(story, change.SegmentId);
        return change switch
        {
            { Title: null, Sentences: null } => throw new StorySourceException("give a title, or sentences."),
            { Sentences.Count: 0 } => throw new StorySourceException($"nothing is said in {segment.Id}; 'delete' takes it out."),
            _ => editor.Edit(
                story, [new SegmentEdit(segment.Id) { Title = change.Title, Sentences = change.Sentences }], source, pronunciation),
        };
    }

    /// <summary>The story without a segment.</summary>
    public Story Without(Story story, StoryChange change) => editor.Edit(
        story, [new SegmentEdit(SegmentPlaces.Require(story, change.SegmentId).Id) { Sentences = [] }], source, pronunciation);

    /// <summary>The story with a new segment.</summary>
    public Story With(Story story, StoryChange change)
    {
        if (string.IsNullOrWhiteSpace(change.Title) || change.Sentences is not { Count: > 0 } sentences)
        {
            throw new StorySourceException("a new segment needs a title, and sentences.");
        }

        var empty = Empty(change.Title);
        return SegmentPlaces.Inserted(
            story, Rewriting(story).Of(empty, new SegmentEdit(empty.Id) { Sentences = sentences }),
            SegmentPlaces.Behind(story, change.After));
    }

    /// <summary>The story with two segments in place of one.</summary>
    public Story Split(Story story, StoryChange change)
    {
        var segment = SegmentPlaces.Require(story, change.SegmentId);
        var lines = segment.Sentences.Select(sentence => sentence.Text).ToList();
        if (change.At is not { } at || at < 1 || at >= lines.Count)
        {
            throw new StorySourceException(lines.Count < 2
                ? $"{segment.Id} has one sentence and cannot be split."
                : $"at: expected 1 to {lines.Count - 1}, the number of sentences that stay in {segment.Id}.");
        }

        var rewriting = Rewriting(story);
        var first = rewriting.Of(segment, new SegmentEdit(segment.Id) { Sentences = lines[..at] });
        var second = rewriting.Of(
            segment with { Id = NextId() }, new SegmentEdit(segment.Id) { Title = change.Title, Sentences = lines[at..] });
        return SegmentPlaces.Inserted(SegmentPlaces.Replaced(story, first), second, SegmentPlaces.Behind(story, segment.Id));
    }

    private SegmentRewriting Rewriting(Story story) => new(story, new Pronunciation(pronunciation, FrontMatter.Read(source).Pronunciation));

    private Segment Empty(string title) => new()
    {
        Id = NextId(),
        Kind = SegmentKind.Concept,
        Title = title.Trim(),
        VisualGuidance = "",
        Duration = 0,
    };

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"s{++_last:00}");
}
