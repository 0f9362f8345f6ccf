using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Studio.Storytelling.Directing;
using TemporalVideo.Studio.Storytelling.Quality;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Quality;

/// <summary>Whether the video says and shows what the lesson says.</summary>
internal static class TruthChecks
{
    private static readonly HashSet<DiagramKind> WithNumbers =
        [DiagramKind.Bars, DiagramKind.LineChart, DiagramKind.PieChart, DiagramKind.Number, DiagramKind.Table, DiagramKind.Comparison];

    public static IEnumerable<QualityCheck> Of(QualityEvidence evidence)
    {
        var story = evidence.Story;
        var carried = StoryChecks.Carried(story);
        yield return new QualityCheck("share of the lesson", carried.Grade, carried.Grade == 1 ? [] :
            [new QualityMoment(0, carried.Remark, "Give it more time, or take what is listed as not in the video out of the lesson.")]);
        yield return Severe("captions say what the voice says", evidence, StoryChecks.Heard(story));
        yield return Severe("nothing points to what is not there", evidence, StoryChecks.References(story));
        yield return Severe("numbers are read right", evidence, StoryChecks.Numbers(story));
        yield return QualityCheck.Severe("every sign can be drawn", [.. Glyphs(evidence)]);
        if (evidence is { Source: { } lesson, Story.WrittenBy: not null })
        {
            yield return QualityCheck.Severe("narration is the lesson's", Untraced(evidence, lesson));
        }
        else if (evidence.Source is { } source)
        {
            var words = new SourceWords(source);
            yield return QualityCheck.Severe("narration is the lesson's", Narration(evidence, words));
            yield return QualityCheck.Severe("numbers are the lesson's", [.. Numbers(evidence, words)]);
        }

        if (evidence is { Captions: not null, Schedule: not null })
        {
            yield return QualityCheck.Severe("captions are the narration", CaptionTruth.Faults(evidence));
        }
    }

    private static QualityCheck Severe(string name, QualityEvidence evidence, StoryCheck check) => QualityCheck.Severe(
        name, [.. check.Findings.Select(finding => new QualityMoment(evidence.Start(finding.Segment), finding.What, finding.Mend))]);

    /// <summary>Sentences that the lesson does not have. What a person rewrote is listed in the story: as many are excused.</summary>
    private static List<QualityMoment> Narration(QualityEvidence evidence, SourceWords source)
    {
        var listed = evidence.Story.NotInVideo.Count(item => item.Because.StartsWith("rewritten", StringComparison.Ordinal));
        return
        [
            .. evidence.Story.Segments.Index().SelectMany(segment => segment.Item.Sentences.Index()
                .Where(sentence => !source.Say(sentence.Item.Text) && !Around(sentence.Item.Text, segment.Item.Formulas).All(source.Say))
                .Select(sentence => new QualityMoment(evidence.Start(segment.Index, sentence.Index),
                    $"\"{sentence.Item.Text}\" is said, but does not stand in the lesson",
                    "Take the sentence out, or write it into the lesson.")))
                .Skip(listed),
        ];
    }

    /// <summary>What a language model wrote has words of its own; each statement still traces to the lesson.</summary>
    private static List<QualityMoment> Untraced(QualityEvidence evidence, string lesson) =>
    [
        .. from segment in evidence.Story.Segments.Index()
           from sentence in segment.Item.Sentences.Index()
           let fault = SourceTrace.FaultOf(sentence.Item.Text, [lesson])
           where fault is not null
           select new QualityMoment(evidence.Start(segment.Index, sentence.Index), $"\"{sentence.Item.Text}\" {fault}",
               "Take the sentence out, or write it into the lesson."),
    ];

    private static IEnumerable<QualityMoment> Numbers(QualityEvidence evidence, SourceWords source) =>
        from segment in evidence.Story.Segments.Index()
        where segment.Item.Diagram is { } diagram && WithNumbers.Contains(diagram.Kind)
        from item in segment.Item.Diagram!.Items
        from value in item.Values
        where value.Number is not null && !source.Give(item.Label, value.Text)
        select new QualityMoment(evidence.Start(segment.Index), $"\"{item.Label}\" has {value.Text} in the picture, but not in the lesson",
            "Put the number that the lesson gives beside it.");

    private static IEnumerable<QualityMoment> Glyphs(QualityEvidence evidence) =>
        from segment in evidence.Story.Segments.Index()
        from missing in StoryFonts.Missing(segment.Item, evidence.Story.Language)
        select new QualityMoment(evidence.Start(segment.Index), $"{string.Join(' ', missing.Characters)} cannot be drawn",
            $"Install the fonts of the package {missing.Package}.");

    /// <summary>A formula within a sentence is written in the lesson as LaTeX.</summary>
    private static string[] Around(string sentence, IReadOnlyList<InlineFormula> formulas) =>
        sentence.Split([.. formulas.Select(formula => formula.Plain)], StringSplitOptions.None);
}
