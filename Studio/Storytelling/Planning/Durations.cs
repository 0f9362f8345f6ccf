namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>How long each segment lasts: what is said in it, breath between the sentences, and long enough to read what is shown.</summary>
internal static class Durations
{
    /// <summary>Seconds of breath before the first sentence and after the last.</summary>
    private const double AtEnds = 1.2;

    /// <summary>Seconds of breath between two sentences.</summary>
    private const double Between = 0.4;

    /// <summary>A wanted length is met by longer breath, as long as speech keeps this share.</summary>
    private const double LeastSpeech = 0.8;

    public static double Pauses(SegmentDraft draft) => AtEnds + (Between * (draft.Said.Count - 1));

    /// <summary>Seconds of each part, whole tenths: whole frames.</summary>
    /// <param name="drafts">The parts.</param>
    /// <param name="language">Their language.</param>
    /// <param name="wanted">The length that was asked for; null for as long as it takes.</param>
    /// <param name="speed">How much faster than usual is spoken.</param>
    public static double[] Of(IReadOnlyList<SegmentDraft> drafts, string language, double? wanted, double speed = 1)
    {
        var speech = drafts.Select(draft => draft.Said.Sum(sentence => SpeechRate.Seconds(sentence.Text, language) / speed)).ToArray();
        var least = drafts.Select((draft, i) => Math.Max(speech[i] + Pauses(draft), draft.Reading)).ToArray();
        var rest = (wanted ?? 0) - least.Sum();
        if (rest > 0 && speech.Sum() >= LeastSpeech * wanted)
        {
            var pauses = drafts.Sum(Pauses);
            least = [.. least.Select((seconds, i) => seconds + (rest * Pauses(drafts[i]) / pauses))];
        }

        var durations = least.Select(seconds => Math.Ceiling(seconds * 10) / 10).ToArray();
        if (rest > 0 && speech.Sum() >= LeastSpeech * wanted)
        {
            durations[^1] = Math.Round(wanted!.Value - durations[..^1].Sum(), 1);
        }

        return durations;
    }
}
