using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Turns a lesson into a story of a wanted length.</summary>
internal static class StoryBuilder
{
    private const int MostKeyPoints = 4;

    // Breath before the first sentence and after the last, in the pauses between two sentences.
    private const double PausesAtEnds = 1.5;

    public static Story Build(Lesson lesson, double targetSeconds)
    {
        var drafts = SentenceChooser.Choose(LessonOutline.Of(lesson), targetSeconds);
        var durations = Durations(drafts, targetSeconds);
        return new Story
        {
            Title = lesson.Title,
            Language = lesson.Language,
            Subject = lesson.Subject,
            Segments = [.. drafts.Select((draft, i) => Segment(lesson, draft, i, durations[i]))],
        };
    }

    private static Segment Segment(Lesson lesson, SegmentDraft draft, int index, double duration)
    {
        LessonSentence[] spoken = [.. draft.Chosen.Select(candidate => candidate.Sentence)];
        var points = draft.Kind == SegmentKind.Conclusion ? KeyPoints.ToRemember(spoken, MostKeyPoints) : KeyPoints.Of(spoken, MostKeyPoints);
        return new Segment
        {
            Id = $"s{index + 1:00}",
            Kind = draft.Kind,
            Title = draft.Title.Length > 0 ? draft.Title : lesson.Title,
            Sentences = [.. draft.Chosen.SelectMany(candidate => SentenceSplitter.Split(candidate.Spoken)).Select(sentence => new Sentence { Text = sentence.Text.Trim() })],
            KeyPoints = points,
            VisualGuidance = BriefWriter.Guidance(lesson, draft, points),
            Diagram = BriefWriter.DiagramOf(draft),
            Duration = duration,
        };
    }

    // Speech keeps its time; what is left is shared out by the number of pauses. Tenths of a second are whole frames.
    private static double[] Durations(IReadOnlyList<SegmentDraft> drafts, double targetSeconds)
    {
        var speech = drafts.Sum(draft => draft.Speech);
        var total = speech >= targetSeconds * SpeechRate.LeastFill ? targetSeconds : Math.Round(speech / SpeechRate.Fill, 1);
        var pauses = drafts.Select(draft => draft.Chosen.Count() - 1 + PausesAtEnds).ToArray();
        var rest = (total - speech) / pauses.Sum();
        var durations = drafts.Select((draft, i) => Math.Round(draft.Speech + (pauses[i] * rest), 1)).ToArray();
        durations[^1] = Math.Round(total - durations[..^1].Sum(), 1);
        return durations;
    }
}
