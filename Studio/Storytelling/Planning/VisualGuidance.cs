using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Says in words what the picture of a segment shows: the prompt of an image model.</summary>
internal static class VisualGuidance
{
    /// <param name="lessonTitle">Title of the whole.</param>
    /// <param name="lessonSubject">Subject of the whole; may be empty.</param>
    /// <param name="segment">The segment, without its visual guidance.</param>
    public static string Of(string lessonTitle, string lessonSubject, Segment segment)
    {
        var subject = lessonSubject.Length > 0 ? $"{lessonSubject} explainer" : "explainer";
        var about = segment.Kind == SegmentKind.Hook ? $"\"{lessonTitle}\"" : $"\"{segment.Title}\", part of \"{lessonTitle}\"";
        List<string> shows = [.. segment.KeyPoints, .. (segment.Diagram?.Items ?? []).Select(item => item.Label)];
        var what = shows.Count > 0 ? $" It shows: {string.Join("; ", shows.Distinct().Take(6))}." : "";
        return $"Flat vector illustration for a {subject} about {about}.{what}";
    }
}
