namespace TemporalVideo.Studio.Narration.Recordings;

/// <summary>
/// Where one sentence of a recording ends and the next begins: in the quietest moment about where its last word was found.
/// </summary>
internal static class SentenceCuts
{
    /// <summary>Seconds around the place in which the pause is looked for: words are found more exactly than that.</summary>
    private const double Around = 0.7;

    /// <summary>Seconds of a moment whose loudness is compared: the closure of a "t" is shorter, and as silent as a pause.</summary>
    private const double Moment = 0.2;

    /// <summary>The cuts.</summary>
    /// <param name="samples">The recording.</param>
    /// <param name="rate">Its samples per second.</param>
    /// <param name="words">When the words of each sentence are heard; each sentence has at least one.</param>
    /// <returns>Samples: 0, the cut behind each sentence, the last at the end of the recording.</returns>
    public static IReadOnlyList<int> Of(float[] samples, int rate, IReadOnlyList<IReadOnlyList<WordTime>> words)
    {
        var cuts = new List<int> { 0 };
        foreach (var (before, after) in words.Zip(words.Skip(1)))
        {
            var place = (before[^1].End + after[0].Start) / 2;
            var (from, to) = (
                Math.Max(cuts[^1] + 1, (int)((Math.Min(before[^1].End, place) - Around) * rate)),
                Math.Min(samples.Length - 1, (int)((Math.Max(after[0].Start, place) + Around) * rate)));
            cuts.Add(Quietest(samples, Math.Min(from, to), to, (int)(Moment * rate), (int)(place * rate)));
        }

        cuts.Add(samples.Length);
        return cuts;
    }

    /// <summary>The middle of the quietest moment; of moments that are as quiet, the one that is next to the place.</summary>
    private static int Quietest(float[] samples, int from, int to, int length, int place)
    {
        var (best, least) = (Math.Clamp(place, from, to), double.PositiveInfinity);
        for (var at = from; at + length <= to; at += length / 10)
        {
            var loudness = Loudness(samples.AsSpan(at, length));
            if (loudness < least * 0.98 || (loudness <= least * 1.02 && Math.Abs(at - place) < Math.Abs(best - place)))
            {
                (best, least) = (at + (length / 2), Math.Min(least, loudness));
            }
        }

        return best;
    }

    /// <summary>The root mean square; everything below −50 dB is as quiet as silence.</summary>
    private static double Loudness(ReadOnlySpan<float> samples)
    {
        var sum = 0.0;
        foreach (var sample in samples)
        {
            sum += sample * sample;
        }

        return Math.Max(0.003, Math.Sqrt(sum / samples.Length));
    }
}
