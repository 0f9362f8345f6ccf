namespace TemporalVideo.Studio.Film;

/// <summary>What a finished video is to be.</summary>
/// <param name="Seconds">Its planned length.</param>
/// <param name="HasCaptions">It is to have a subtitle track.</param>
public sealed record VideoPlan(double Seconds, bool HasCaptions = true);
