namespace TemporalVideo.Studio.Narration.Voices;

/// <summary>What a synthesiser made of a sentence, before it is finished.</summary>
/// <param name="Samples">One channel, −1 to 1.</param>
/// <param name="Rate">Samples per second.</param>
/// <param name="Words">When each word is heard, in seconds from the first sample; empty when it does not tell.</param>
internal sealed record RawSpeech(float[] Samples, int Rate, IReadOnlyList<WordTime> Words);
