using TemporalVideo.Studio.Storytelling.Lessons;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Keeps out of the narration what the voice has no words for. It is shown where there is room, and listed in any case.</summary>
internal static class Speakable
{
    /// <summary>The drafts with sentences that can be said; one of which nothing can be said is shown with the draft before it.</summary>
    /// <param name="drafts">What is in the video.</param>
    /// <param name="language">Language of the lesson.</param>
    /// <param name="pronunciation">How words are said.</param>
    /// <param name="leftOut">Receives what is not said.</param>
    public static IReadOnlyList<SegmentDraft> Of(
        IReadOnlyList<SegmentDraft> drafts, string language, Pronunciation pronunciation, List<LeftOut> leftOut)
    {
        var kept = new List<SegmentDraft>();
        foreach (var draft in drafts)
        {
            var spoken = draft.Said.Select(sentence => Spoken.Of(sentence, language, pronunciation)).ToList();
            var heard = spoken.Where(sentence => sentence.IsHeard).ToList();
            var silent = spoken.Where(sentence => !sentence.IsHeard).Select(sentence => sentence.Source).ToList();
            leftOut.AddRange(heard.Where(sentence => sentence.UnknownSigns.Count > 0).Select(sentence => new LeftOut(
                sentence.Source.Line, string.Join(' ', sentence.UnknownSigns),
                    $"shown, not said: the voice has no words for it (language: {language})")));
            if (heard.Count > 0)
            {
                kept.Add(draft with
                {
                    Said = [.. heard.Select(sentence => sentence.Source)],
                    Sentences = [.. heard.Select(sentence => sentence.Sentence)],
                    Silent = silent,
                });
                leftOut.AddRange(silent.Select(sentence => Unsaid(sentence, language, draft.Diagram is null)));
                continue;
            }

            var isShown = kept.Count > 0 && kept[^1].Diagram is null;
            leftOut.AddRange(silent.Select(sentence => Unsaid(sentence, language, isShown)));
            if (isShown)
            {
                kept[^1] = kept[^1] with { Silent = [.. kept[^1].Silent, .. silent] };
            }
        }

        return kept;
    }

    private static LeftOut Unsaid(LessonSentence sentence, string language, bool isShown) => new(
        sentence.Line, sentence.Text,
            $"{(isShown ? "shown, not said" : "not shown")}: the voice has no words for it (language: {language})");
}
