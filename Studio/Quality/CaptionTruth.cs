namespace TemporalVideo.Studio.Quality;

/// <summary>Compares subtitles with what is said: the same words, at the same time.</summary>
internal static class CaptionTruth
{
    /// <summary>A subtitle comes with its sentence, and goes with it.</summary>
    private const double Slack = 0.3;

    public static IReadOnlyList<QualityMoment> Faults(QualityEvidence evidence)
    {
        var said = Said(evidence);
        var at = 0;
        List<QualityMoment> faults = [];
        foreach (var cue in evidence.Captions!)
        {
            var words = Words(string.Join(' ', cue.Lines));
            if (said.Skip(at).Select(word => word.Word).Take(words.Length).SequenceEqual(words) is var same && !same)
            {
                faults.Add(new QualityMoment(cue.Start, $"The caption \"{string.Join(' ', cue.Lines)}\" is not what is said",
                    "Write the subtitles anew from the narration."));
                at = Found(said, words, at);
            }
            else if (words.Length > 0 && (cue.Start < said[at].Start - Slack || cue.Start > said[at].End + Slack))
            {
                faults.Add(new QualityMoment(cue.Start,
                    $"The caption \"{string.Join(' ', cue.Lines)}\" comes while another sentence is said, "
                        + FormattableString.Invariant($"not at {said[at].Start:0.0} s"),
                    "Time the subtitles by the narration."));
            }

            at = Math.Min(said.Count, at + words.Length);
        }

        return at < said.Count
            ? [.. faults, new QualityMoment(said[at].Start, $"\"{said[at].Word}\" and what follows has no caption",
                "Write the subtitles anew.")]
            : faults;
    }

    /// <summary>Where the words of a subtitle stand, else where they would.</summary>
    private static int Found(List<(string Word, double Start, double End)> said, string[] words, int from)
    {
        var found = Enumerable.Range(0, said.Count).FirstOrDefault(
            at => said.Skip(at).Select(word => word.Word).Take(words.Length).SequenceEqual(words), -1);
        return found < 0 ? from : found;
    }

    /// <summary>Every word with the sentence's times.</summary>
    private static List<(string Word, double Start, double End)> Said(QualityEvidence evidence) =>
    [
        .. evidence.Story.Segments.Index().SelectMany(segment => segment.Item.Sentences.Index().SelectMany(sentence =>
        {
            var start = evidence.Start(segment.Index, sentence.Index);
            var spoken = evidence.Spoken(segment.Index)?.Sentences.ElementAtOrDefault(sentence.Index);
            return Words(sentence.Item.Text).Select(word => (word, start, start + (spoken is null ? 0 : spoken.End - spoken.Start)));
        })),
    ];

    // A word that is wider than a line is cut: only letters and figures are compared, all of them.
    private static string[] Words(string text) => [.. text.Where(char.IsLetterOrDigit).Select(letter => letter.ToString())];
}
