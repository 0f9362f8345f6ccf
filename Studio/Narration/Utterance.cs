namespace TemporalVideo.Studio.Narration;

/// <summary>A sentence that was spoken into a file.</summary>
/// <param name="Seconds">Its measured length, without silence at its ends.</param>
/// <param name="Words">When each word is heard, in order; empty when the voice does not know it.</param>
public sealed record Utterance(double Seconds, IReadOnlyList<WordTime> Words);

/// <summary>When a word is heard.</summary>
/// <param name="Word">The word as it is spoken or written, with or without the marks beside it.</param>
/// <param name="Start">When it begins, in seconds.</param>
/// <param name="End">When it ends, in seconds.</param>
public sealed record WordTime(string Word, double Start, double End);
