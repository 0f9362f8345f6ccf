namespace TemporalVideo.Activities;

/// <summary>What a picture depends on: its segment, and of the other segments only what gives the video its common look.</summary>
internal static class SceneFingerprint
{
    public static string Of(string kind, Workflows.Contracts.Story story, int index) => Fingerprint.Of(
        kind,
        story.Title,
        story.Language,
        story.Subject,
        story.Segments[index],
        index,
        story.Segments.Select(segment => $"{segment.Id} {segment.Kind} {segment.Title}").ToArray());
}
