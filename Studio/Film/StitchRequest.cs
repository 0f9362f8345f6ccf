namespace TemporalVideo.Studio.Film;

/// <summary>The clips of a video.</summary>
/// <param name="Clips">MP4 files of one format, in playing order; at least one.</param>
public sealed record StitchRequest(IReadOnlyList<string> Clips);
