using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Says in words what the picture of a segment shows: the prompt of an image model.</summary>
internal static class VisualGuidance
{
    public static string Of(Lesson lesson, SegmentDraft draft, IReadOnlyList<string> keyPoints)
    {
        var subject = lesson.Subject.Length > 0 ? $"{lesson.Subject} explainer" : "explainer";
        var about = draft.Kind == SegmentKind.Hook ? $"\"{lesson.Title}\"" : $"\"{draft.Title}\", part of \"{lesson.Title}\"";
        List<string> shows = [.. keyPoints, .. (draft.Diagram?.Items ?? []).Select(item => item.Label)];
        var what = shows.Count > 0 ? $" It shows: {string.Join("; ", shows.Distinct().Take(6))}." : "";
        return $"Flat vector illustration for a {subject} about {about}.{what}";
    }
}
