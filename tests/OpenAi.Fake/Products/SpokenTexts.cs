using System.Collections.Concurrent;
using TemporalVideo.Tests.OpenAi.Products;

namespace TemporalVideo.Tests.OpenAi;

/// <summary>What was spoken, by its length in samples, so that it can be heard again.</summary>
internal sealed class SpokenTexts
{
    private readonly ConcurrentDictionary<int, (string Text, FakeSpeech Speech)> _bySamples = new();

    public void Keep(string text, FakeSpeech speech) => _bySamples[speech.Samples.Length] = (text, speech);

    public (string Text, FakeSpeech Speech)? Find(int samples) => _bySamples.TryGetValue(samples, out var found) ? found : null;
}
