namespace TemporalVideo.Studio.Narration;

/// <summary>A synthesised sentence.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Seconds">Its measured length, without silence at its ends.</param>
public sealed record SentenceSpeech(string Text, double Seconds);
