using TemporalVideo.Studio.Storytelling.Changing;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling;

/// <summary>Changes a story segment by segment (R-H7). What a change does not concern stays as it is; segments keep their ids.</summary>
/// <param name="editor">Puts other words into segments.</param>
public sealed class StoryChanges(StoryEditor editor) : IMaker
{
    /// <inheritdoc />
    public string Identity => $"story-changes/3 {editor.Identity}";

    /// <summary>The story with the changes made, one after the other.</summary>
    /// <param name="story">The story as it is.</param>
    /// <param name="changes">What is changed.</param>
    /// <param name="source">The lesson, for its own list of how words are said; may be a topic, which has none.</param>
    /// <param name="pronunciation">How words are said, by the word.</param>
    /// <param name="takes">The pictures that there are of its segments; null: none.</param>
    /// <exception cref="StorySourceException">A change cannot be made; the message says which and why.</exception>
    public Story Apply(
        Story story, IReadOnlyList<StoryChange> changes, string source, IReadOnlyDictionary<string, string> pronunciation,
        StoryTakes? takes = null)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(changes);
        var words = new SegmentWords(story, editor, source, pronunciation);
        var others = new SegmentTakes(story, takes ?? StoryTakes.None);
        foreach (var (index, change) in changes.Index())
        {
            try
            {
                story = LostRecordings.Listed(story, Made(story, change, words, others), change.Change);
            }
            catch (StorySourceException refused)
            {
                throw new StorySourceException($"Change {index + 1} ({change.Change.ToString().ToLowerInvariant()}): {refused.Message}");
            }
        }

        return others.Numbered(story);
    }

    private static Story Made(Story story, StoryChange change, SegmentWords words, SegmentTakes takes) => change.Change switch
    {
        StoryChangeKind.Text => words.Retold(story, change),
        StoryChangeKind.Delete => words.Without(story, change),
        StoryChangeKind.Insert => words.With(story, change),
        StoryChangeKind.Split => words.Split(story, change),
        StoryChangeKind.Merge => SegmentMerge.Of(story, change),
        StoryChangeKind.Move => SegmentPlaces.Moved(story, change),
        StoryChangeKind.Picture => SegmentPicture.Of(story, change),
        StoryChangeKind.Voice => Spoken(story, change),
        StoryChangeKind.Take => takes.Of(story, change),
        _ => throw new StorySourceException("there is no such change."),
    };

    private static Story Spoken(Story story, StoryChange change) => SegmentPlaces.Replaced(
        story,
        SegmentPlaces.Require(story, change.SegmentId) with
        {
            Voice = string.IsNullOrEmpty(change.Voice) ? null : change.Voice,
            VoiceTake = null,
            Recording = change.Recording,
        });
}
