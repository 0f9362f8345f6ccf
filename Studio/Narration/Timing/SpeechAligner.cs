using TemporalVideo.Studio.Narration.Voices;

namespace TemporalVideo.Studio.Narration.Timing;

/// <summary>
/// Finds out when the words of a spoken sentence are heard: the sentence is spoken once more by espeak-ng, which knows its words, and the
/// two sounds are laid over one another by dynamic time warping.
/// </summary>
internal static class SpeechAligner
{
    /// <summary>A pause that only one of the two makes must not drag words with it.</summary>
    private const float StepCost = 0.6f;

    private const int WordsPerMinute = 150;

    /// <summary>The words of a sound; none when espeak-ng's library is not there.</summary>
    /// <param name="samples">The sound, one channel.</param>
    /// <param name="rate">Samples per second.</param>
    /// <param name="text">What is said in it.</param>
    /// <param name="voice">The voice of espeak-ng that reads the language.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static IReadOnlyList<WordTime> Align(float[] samples, int rate, string text, string voice, CancellationToken cancellationToken)
    {
        var known = EspeakLibrary.Speak(voice, text, WordsPerMinute, cancellationToken);
        if (known is null || known.Words.Count == 0 || samples.Length == 0)
        {
            return [];
        }

        var place = Warp(SpectralFrames.Of(known.Samples, known.Rate), SpectralFrames.Of(samples, rate), cancellationToken);
        double At(double seconds) =>
            (double)place[Math.Clamp((int)Math.Round(seconds * SpectralFrames.Rate), 0, place.Length - 1)] / SpectralFrames.Rate;
        return [.. known.Words.Select(word => new WordTime(word.Word, At(word.Start), At(word.End)))];
    }

    /// <summary>For each frame of one sound, the first frame of the other that lies with it on the cheapest path through both.</summary>
    internal static int[] Warp(float[][] from, float[][] to, CancellationToken cancellationToken)
    {
        var cost = new float[from.Length, to.Length];
        var step = new byte[from.Length, to.Length];
        for (var i = 0; i < from.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var j = 0; j < to.Length; j++)
            {
                var (both, one, other) = (
                    i > 0 && j > 0 ? cost[i - 1, j - 1] : i + j == 0 ? 0 : float.PositiveInfinity,
                    i > 0 ? cost[i - 1, j] + StepCost : float.PositiveInfinity,
                    j > 0 ? cost[i, j - 1] + StepCost : float.PositiveInfinity);
                step[i, j] = (byte)(both <= one && both <= other ? 0 : one <= other ? 1 : 2);
                cost[i, j] = Distance(from[i], to[j]) + Math.Min(both, Math.Min(one, other));
            }
        }

        var place = new int[from.Length];
        for (var (i, j) = (from.Length - 1, to.Length - 1); i >= 0 && j >= 0;)
        {
            place[i] = j;
            (i, j) = step[i, j] switch { 0 => (i - 1, j - 1), 1 => (i - 1, j), _ => (i, j - 1) };
        }

        return place;
    }

    private static float Distance(float[] one, float[] other)
    {
        var sum = 0f;
        for (var i = 0; i < one.Length; i++)
        {
            var difference = one[i] - other[i];
            sum += difference * difference;
        }

        return MathF.Sqrt(sum / one.Length);
    }
}
