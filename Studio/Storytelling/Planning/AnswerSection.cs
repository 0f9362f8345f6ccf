using System.Text.RegularExpressions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>
/// The section that answers what a lesson asks in its title or its opening. It is found by the words that it shares with the question, by
/// what it says of causes and by the picture that explains.
/// </summary>
internal static partial class AnswerSection
{
    private const double HeadingWorth = 3;
    private const double TextWorth = 2;
    private const double CauseWorth = 2;
    private const double PictureShare = 0.5;
    private const double DefinitionWorth = 8;
    private const int MostShared = 4;
    private const int Stem = 5;
    private const int ShortestWord = 4;

    /// <summary>Its number; null where the lesson asks nothing, or nothing after its opening answers.</summary>
    /// <param name="drafts">All parts, in any order.</param>
    /// <param name="pictureWorth">How much the pictures of a section explain.</param>
    public static int? Of(IReadOnlyList<SegmentDraft> drafts, Func<IReadOnlyList<SegmentDraft>, double> pictureWorth)
    {
        var opening = drafts.Where(draft => draft.Section == 0).ToList();
        var asked = opening.SelectMany(draft => draft.Said.Select(sentence => sentence.Text)).Where(ListKinds.IsQuestion)
            .Concat(opening.Select(draft => draft.Title).Where(title => ListKinds.IsQuestion(title) || Asking().IsMatch(title)))
            .SelectMany(Stems).ToHashSet();
        var answers = drafts.Where(draft => draft.Section > 0 && draft.Kind != SegmentKind.Conclusion)
            .GroupBy(draft => draft.Section).Where(section => section.Any(draft => draft.Diagram?.Kind is not DiagramKind.Questions))
            .Select(section => (section.Key, Worth: Worth([.. section], asked, pictureWorth))).Where(section => section.Worth > 0).ToList();
        if (asked.Count == 0 || answers.Count == 0)
        {
            return null;
        }

        // What something is, is told before how it is measured and whom it serves.
        var defined = opening.Any(draft => Defining().IsMatch(draft.Title)) ? answers.Min(section => section.Key) : -1;
        return answers.OrderBy(section => section.Key)
            .MaxBy(section => section.Worth + (section.Key == defined ? DefinitionWorth : 0)).Key;
    }

    /// <summary>Nothing for a section that shares no word with the question.</summary>
    private static double Worth(
        IReadOnlyList<SegmentDraft> section, HashSet<string> asked, Func<IReadOnlyList<SegmentDraft>, double> pictureWorth)
    {
        var headings = section.SelectMany(draft => Stems(draft.Title)).Distinct().Count(asked.Contains);
        var sentences = section.SelectMany(draft => draft.Said.Select(sentence => sentence.Text)).ToList();
        var texts = sentences.SelectMany(Stems).Distinct().Count(asked.Contains);
        return headings + texts == 0 ? 0 : (PictureShare * pictureWorth(section)) + (HeadingWorth * Math.Min(headings, 2))
            + (section.Any(draft => Asking().IsMatch(draft.Title)) ? HeadingWorth : 0) + (TextWorth * Math.Min(texts, MostShared))
            + (sentences.Any(Cause().IsMatch) ? CauseWorth : 0);
    }

    private static IEnumerable<string> Stems(string text) => Word().Matches(text.ToLowerInvariant())
        .Select(match => match.Value).Where(word => word.Length >= ShortestWord && !Small().IsMatch(word))
        .Select(word => word.Length > Stem ? word[..Stem] : word);

    [GeneratedRegex(@"[\p{L}\p{M}]+")]
    private static partial Regex Word();

    /// <summary>Words of any question.</summary>
    [GeneratedRegex(@"^(?:what|where|when|which|whose|does|come|from|that|this|they|them|have|with|into|your|warum|wieso|weshalb|woher"
        + @"|wann|eine[rnms]?|sind|haben|comment|pourquoi|quand|dans|avec|pour|cómo|cuándo|dónde|para|como|come|perché|quando|dove"
        + @"|sono|quais|waarom|wanneer|zijn|dlaczego|varför|почему|зачем|откуда|когда)$")]
    private static partial Regex Small();

    /// <summary>A title that asks without its mark: "How vaccines train the immune system".</summary>
    [GeneratedRegex(@"^(?:how|why|what|where|when|wie|warum|wieso|weshalb|woher|was|comment|pourquoi|d'où|cómo|por qué|de dónde|come"
        + @"|perché|como|por que|porque|hoe|waarom|jak|dlaczego|hur|varför|hvordan|hvorfor|как|почему|зачем|откуда)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Asking();

    [GeneratedRegex(@"^¿?(?:what (?:is|are)|was (?:ist|sind)|qu['’]est-ce|qué (?:es|son)|(?:che )?cos['’]è|cosa sono|o que (?:é"
        + @"|são)|wat (?:is|zijn)"
        + @"|co to (?:jest|są)|vad är|hva er|hvad er|что такое)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Defining();

    [GeneratedRegex(@"\b(?:because|since|that is why|this is why|therefore|as a result|so that|weil|deshalb|darum|daher|parce que|car"
        + @"|c'est pourquoi|donc|porque|por eso|perché|perciò|quindi|por isso|omdat|daarom|ponieważ|dlatego|därför|eftersom|потому"
        + @"|поэтому)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Cause();
}
