using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Changing;

/// <summary>Recordings that a change of the words makes useless: what they say is no longer what is written.</summary>
internal static class LostRecordings
{
    /// <summary>The changed story, with the recordings that it has no longer among what is not in the video.</summary>
    /// <param name="before">The story before the change.</param>
    /// <param name="after">The story behind it.</param>
    /// <param name="change">What was done; a person who gives another voice wants the recording gone.</param>
    public static Story Listed(Story before, Story after, StoryChangeKind change)
    {
        if (change == StoryChangeKind.Voice)
        {
            return after;
        }

        var kept = after.Segments.Select(segment => segment.Recording).OfType<string>().ToHashSet();
        return after with
        {
            NotInVideo =
            [
                .. after.NotInVideo,
                .. before.Segments.Where(segment => segment.Recording is { } key && !kept.Contains(key)).Select(segment => new NotInVideo(
                    segment.Sentences[0].Line ?? 0, $"The recording of \"{segment.Title}\"",
                    change == StoryChangeKind.Delete ? "its segment is taken out" : "its words are others now; a voice speaks them")),
            ],
        };
    }
}
