using TemporalVideo.Studio.Storytelling.Lessons;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Divides running text into portions of one picture each: of about the same length, cut where a thought begins.</summary>
internal sealed class TextPortions
{
    // A portion in seconds of speech; nobody looks at one picture for longer.
    private const double LongestUsual = 16;
    private const double ShortestUsual = 6;

    // How far beyond it a thought may run on, as a factor.
    private const double LongestPortion = 1.5;

    // A paragraph begins a new picture when the one before it has lasted for this share of a portion.
    private const double EnoughForParagraph = 0.6;

    // Paragraphs together that make a group, as a share of a portion.
    private const double EnoughForGroup = 0.45;

    // A last sentence shorter than this stays with the one before it.
    private const double ShortestRest = 3.5;

    private readonly string _language;

    /// <summary>Portions for a video of some length.</summary>
    /// <param name="language">Language of the lesson.</param>
    /// <param name="limit">Seconds of the whole video: a short one is made of short portions, else none would fit.</param>
    public TextPortions(string language, double limit) =>
        (_language, Usual) = (language, Math.Clamp(limit / 3, ShortestUsual, LongestUsual));

    /// <summary>Seconds of speech in a portion, usually.</summary>
    public double Usual { get; }

    /// <summary>The portions, in order.</summary>
    /// <param name="sentences">The text.</param>
    /// <param name="paragraphs">The sentences that begin a paragraph.</param>
    public IEnumerable<IReadOnlyList<LessonSentence>> Of(IReadOnlyList<LessonSentence> sentences, IReadOnlySet<LessonSentence> paragraphs)
    {
        return Groups(sentences, paragraphs).SelectMany(group => Portions(group, paragraphs));
    }

    /// <summary>Paragraphs that stand together: short ones with the next, so that a picture begins where a long one does.</summary>
    private List<List<LessonSentence>> Groups(IReadOnlyList<LessonSentence> sentences, IReadOnlySet<LessonSentence> paragraphs)
    {
        List<List<LessonSentence>> groups = [];
        foreach (var sentence in sentences)
        {
            var isNew = groups.Count == 0 || (paragraphs.Contains(sentence) && groups[^1].Sum(Seconds) >= EnoughForGroup * Usual
                && !groups[^1][^1].Text.EndsWith(':') && !Phrases.LeansBack(sentence.Text));
            if (isNew)
            {
                groups.Add([]);
            }

            groups[^1].Add(sentence);
        }

        if (groups.Count > 1 && groups[^1].Sum(Seconds) < ShortestRest)
        {
            groups[^2].AddRange(groups[^1]);
            groups.RemoveAt(groups.Count - 1);
        }

        return groups;
    }

    private IEnumerable<IReadOnlyList<LessonSentence>> Portions(List<LessonSentence> sentences, IReadOnlySet<LessonSentence> paragraphs)
    {
        var rest = sentences.Sum(Seconds);
        var wanted = rest / Math.Max(1, Math.Ceiling(rest / Usual));
        List<LessonSentence> portion = [];
        var seconds = 0.0;
        foreach (var sentence in sentences)
        {
            var next = Seconds(sentence);
            if (portion.Count > 0 && rest >= ShortestRest && Ends(portion, seconds, sentence, next, wanted, paragraphs.Contains(sentence)))
            {
                yield return portion;
                (portion, seconds) = ([], 0);
            }

            portion.Add(sentence);
            seconds += next;
            rest -= next;
        }

        if (portion.Count > 0)
        {
            yield return portion;
        }
    }

    /// <summary>Seconds that a sentence takes to say.</summary>
    public double Seconds(LessonSentence sentence) => SpeechRate.Seconds(sentence.Text, _language);

    private bool Ends(List<LessonSentence> portion, double seconds, LessonSentence sentence, double next, double wanted, bool isParagraph)
    {
        var leans = Phrases.LeansBack(sentence.Text) || sentence.Text is ['(', ..];
        if (portion[^1].Text.EndsWith(':') || (leans && seconds + next <= Usual * LongestPortion))
        {
            return false;
        }

        // Cut where the portion comes closest to what is wanted.
        return seconds + next > Usual || seconds + (next / 2) > wanted || (isParagraph && seconds >= EnoughForParagraph * wanted);
    }
}
