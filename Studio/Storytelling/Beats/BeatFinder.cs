using System.Text.RegularExpressions;
using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Studio.Storytelling.Planning;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Beats;

/// <summary>Says which beat a part of a lesson tells, by its heading and by what is in it.</summary>
/// <param name="beats">All beats.</param>
internal sealed class BeatFinder(IReadOnlyList<Beat> beats)
{
    private const int Marked = 100;
    private const int Named = 50;
    private const int Shown = 10;

    private readonly List<(Beat Beat, Regex? Words)> _beats =
        [.. beats.Select(beat => (beat, beat.Words.Count == 0 ? null : WordsOf(beat.Words)))];

    /// <summary>The beat of a part; of several that fit equally the first of the list.</summary>
    /// <param name="section">The section that it begins.</param>
    /// <param name="drafts">The part.</param>
    /// <param name="isOpening">Whether it stands before the first heading.</param>
    public Beat Of(LessonSection section, IReadOnlyList<SegmentDraft> drafts, bool isOpening)
    {
        var features = FeaturesOf(section, drafts, isOpening);
        return _beats.MaxBy(entry => Math.Max(
            entry.Words?.IsMatch(section.Heading) == true ? Named : 0,
            entry.Beat.Needs.Where(features.Contains).Select(WeightOf).DefaultIfEmpty(0).Max())).Beat;
    }

    private static HashSet<SourceFeature> FeaturesOf(LessonSection section, IReadOnlyList<SegmentDraft> drafts, bool isOpening)
    {
        HashSet<SourceFeature> features =
            [SourceFeature.Text, .. drafts.Select(draft => FeatureOf(draft.Diagram)).OfType<SourceFeature>()];
        Add(isOpening, SourceFeature.Opening);
        Add(drafts.Any(draft => draft.Said.Any(sentence => ListKinds.IsQuestion(sentence.Text))), SourceFeature.Question);
        Add(section.Role == SectionRole.Objectives, SourceFeature.Objectives);
        Add(section.Role == SectionRole.Questions, SourceFeature.Questions);
        Add(section.Role == SectionRole.Exercise, SourceFeature.Exercise);
        Add(Phrases.IsRecap(section.Heading) || drafts.Any(draft => draft.Kind == SegmentKind.Conclusion), SourceFeature.Recap);
        return features;

        void Add(bool has, SourceFeature feature)
        {
            if (has)
            {
                features.Add(feature);
            }
        }
    }

    private static SourceFeature? FeatureOf(Diagram? diagram) => diagram?.Kind switch
    {
        DiagramKind.Steps => SourceFeature.Steps,
        DiagramKind.Cycle => SourceFeature.Cycle,
        DiagramKind.Comparison or DiagramKind.BeforeAfter => SourceFeature.Comparison,
        DiagramKind.Table when !diagram.Items.Any(HasNumber) => SourceFeature.Comparison,
        DiagramKind.Bars or DiagramKind.Table or DiagramKind.LineChart or DiagramKind.PieChart => SourceFeature.Numbers,
        DiagramKind.Timeline => SourceFeature.Timeline,
        DiagramKind.CauseEffect => SourceFeature.Cause,
        DiagramKind.Definition => SourceFeature.Definition,
        DiagramKind.Formula => SourceFeature.Formula,
        DiagramKind.Picture => SourceFeature.Picture,
        DiagramKind.Quotation => SourceFeature.Quotation,
        DiagramKind.Code => SourceFeature.Code,
        DiagramKind.Questions => SourceFeature.Questions,
        _ => null,
    };

    private static bool HasNumber(DiagramItem item) =>
        item.Label.Any(char.IsDigit) || item.Values.Any(value => value.Text.Any(char.IsDigit));

    /// <summary>How the lesson marks a part says more than its heading, its heading more than what it shows.</summary>
    private static int WeightOf(SourceFeature feature) => feature switch
    {
        SourceFeature.Opening or SourceFeature.Recap or SourceFeature.Objectives or SourceFeature.Exercise => Marked,
        SourceFeature.Questions => Marked - 1,
        SourceFeature.Text => 1,
        SourceFeature.Question => 2,
        _ => Shown,
    };

    private static Regex WordsOf(IEnumerable<string> words) => new(
        $@"(?<![\p{{L}}\p{{N}}])(?:{string.Join('|', words.Select(Regex.Escape))})(?![\p{{L}}\p{{N}}])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
