namespace TemporalVideo.Studio.Narration;

/// <summary>A sentence and when it is heard, in seconds from the start of its segment.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends.</param>
public sealed record SpokenSentence(string Text, double Start, double End);
