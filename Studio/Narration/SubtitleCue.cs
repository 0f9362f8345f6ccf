namespace TemporalVideo.Studio.Narration;

/// <summary>A subtitle: one or two lines, shown from one time to another.</summary>
/// <param name="Start">When it appears, in seconds.</param>
/// <param name="End">When it disappears.</param>
/// <param name="Lines">One or two lines of at most <see cref="CaptionLayout.LineLength"/> characters.</param>
public sealed record SubtitleCue(double Start, double End, IReadOnlyList<string> Lines);
