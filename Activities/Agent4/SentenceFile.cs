using TemporalVideo.Studio.Narration;

namespace TemporalVideo.Activities.Agent4;

/// <summary>The files of a spoken segment, one for each sentence.</summary>
internal static class SentenceFile
{
    public static string Name(int index) => $"sentence-{index + 1:00}.wav";

    public static IReadOnlyList<string> Names(SegmentSpeech speech) => [.. Enumerable.Range(0, speech.Sentences.Count).Select(Name)];
}
