using TemporalVideo.Studio.Narration;

namespace TemporalVideo.Studio.Film;

/// <summary>How much louder the sentences of a finished video are than its pauses, in which only the music is heard.</summary>
internal static class SpeechLevel
{
    /// <summary>Samples a second that are looked at.</summary>
    public const int SampleRate = 8000;

    // A pause is shorter than this: nothing to measure. At its ends it has the last and the first breath.
    private const double ShortestPause = 0.3;
    private const double Ends = 0.08;

    // Louder than digital silence by more than this is all the same.
    private const double MostDecibels = 60;

    /// <summary>Decibels between the two; null without a pause that could be measured.</summary>
    /// <param name="samples">The sound, one channel at <see cref="SampleRate"/>.</param>
    /// <param name="schedule">When what is said.</param>
    public static double? OverPauses(ReadOnlySpan<float> samples, NarrationSchedule schedule)
    {
        List<(double Start, double End)> said = [];
        var offset = 0.0;
        foreach (var segment in schedule.Segments)
        {
            foreach (var sentence in segment.Sentences)
            {
                said.Add((offset + sentence.Start, offset + sentence.End));
            }

            offset += segment.Duration;
        }

        var pauses = said.Zip(said.Skip(1)).Select(pair => (Start: pair.First.End + Ends, End: pair.Second.Start - Ends))
            .Where(pause => pause.End - pause.Start >= ShortestPause - (2 * Ends)).ToList();
        var (speech, between) = (Power(samples, said), Power(samples, pauses));
        return speech is not { } loud || between is not { } quiet ? null
            : Math.Min(MostDecibels, Math.Round(10 * Math.Log10(Math.Max(loud, 1e-12) / Math.Max(quiet, 1e-12)), 2));
    }

    private static double? Power(ReadOnlySpan<float> samples, List<(double Start, double End)> stretches)
    {
        var (sum, count) = (0.0, 0);
        foreach (var (start, end) in stretches)
        {
            var from = Math.Clamp((int)(start * SampleRate), 0, samples.Length);
            var to = Math.Clamp((int)(end * SampleRate), from, samples.Length);
            foreach (var sample in samples[from..to])
            {
                sum += (double)sample * sample;
            }

            count += to - from;
        }

        return count == 0 ? null : sum / count;
    }
}
