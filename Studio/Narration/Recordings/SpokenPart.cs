using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Narration.Recordings;

/// <summary>The part of a sound in which somebody speaks.</summary>
internal static class SpokenPart
{
    /// <summary>−40 dB: rooms and microphones are not as quiet as synthesisers.</summary>
    private const float Silent = 0.01f;

    /// <summary>Seconds of silence that stay at the ends, so that no consonant is cut.</summary>
    private const double Kept = 0.06;

    public static bool IsHeard(float sample) => Math.Abs(sample) > Silent;

    /// <summary>What of a stretch is heard, with a little silence around it; all of it when nothing is.</summary>
    /// <param name="samples">The whole sound.</param>
    /// <param name="from">The stretch's first sample.</param>
    /// <param name="to">The sample behind its last.</param>
    public static Range Of(float[] samples, int from, int to)
    {
        var (first, last) = (from, to - 1);
        while (first < last && !IsHeard(samples[first]))
        {
            first++;
        }

        while (last > first && !IsHeard(samples[last]))
        {
            last--;
        }

        var kept = (int)(Kept * VideoFormat.SampleRate);
        return first >= last ? from..to : Math.Max(from, first - kept)..Math.Min(to, last + kept);
    }
}
