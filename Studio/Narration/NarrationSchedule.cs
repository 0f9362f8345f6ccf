namespace TemporalVideo.Studio.Narration;

/// <summary>When everything in a video is said.</summary>
/// <param name="Tempo">Factor by which the speech is played faster (above 1) or slower, the same for all sentences.</param>
/// <param name="Segments">The segments with whole frames as their lengths.</param>
public sealed record NarrationSchedule(double Tempo, IReadOnlyList<SpokenSegment> Segments)
{
    /// <summary>Length of the video in seconds.</summary>
    public double Duration => Segments.Sum(segment => segment.Duration);
}
