using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Studio.Storytelling.Planning;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling;

/// <summary>
/// Puts into a story what a person has rewritten. Pictures follow the words: what a picture says that is no longer said goes from it.
/// </summary>
public sealed class StoryEditor : IMaker
{
    private const string Because = "by whoever reviewed the story";

    /// <inheritdoc />
    public string Identity => "story-editor/1";

    /// <summary>The story with the edits in it; segments without one stay as they are, and every segment keeps its id.</summary>
    /// <param name="story">The story that was looked at.</param>
    /// <param name="edits">What was rewritten, at most once for each segment.</param>
    /// <param name="source">The lesson, for its own list of how words are said; may be a topic, which has none.</param>
    /// <param name="pronunciation">How words are said, by the word.</param>
    /// <exception cref="StorySourceException">A sentence cannot be spoken, a segment is not there, or none is left.</exception>
    public Story Edit(
        Story story, IReadOnlyList<SegmentEdit> edits, string source, IReadOnlyDictionary<string, string> pronunciation)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(edits);
        var rewriting = new SegmentRewriting(story, new Pronunciation(pronunciation, FrontMatter.Read(source).Pronunciation));
        var segments = new List<Segment>();
        var changed = new List<NotInVideo>();
        foreach (var segment in story.Segments)
        {
            var edit = edits.SingleOrDefault(edit => edit.SegmentId == segment.Id);
            var rewritten = edit is null ? segment : edit.Sentences is { Count: 0 } ? null : rewriting.Of(segment, edit);
            changed.AddRange(segment.Sentences
                .Where(sentence => rewritten?.Sentences.Any(kept => kept.Text == sentence.Text) != true)
                .Select(sentence => new NotInVideo(
                    sentence.Line ?? 0, sentence.Text, rewritten is null ? $"taken out {Because}" : $"rewritten {Because}")));
            if (rewritten is not null)
            {
                segments.Add(rewritten);
            }
        }

        return edits.FirstOrDefault(edit => story.Segments.All(segment => segment.Id != edit.SegmentId)) is { } unknown
            ? throw new StorySourceException($"There is no segment '{unknown.SegmentId}' in the story.")
            : segments.Count == 0 ? throw new StorySourceException("A video needs at least one segment.")
            : story with { Segments = segments, NotInVideo = [.. story.NotInVideo.Concat(changed).OrderBy(item => item.Line)] };
    }
}
