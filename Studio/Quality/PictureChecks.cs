using System.Text.RegularExpressions;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Storytelling.Quality;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Quality;

/// <summary>Whether pictures fit what is said, and change.</summary>
internal static partial class PictureChecks
{
    /// <summary>
    /// A pictogram whose meaning lies farther from every sentence that is said beside it has little to do with them. Of the labelled
    /// pictograms that are right, nine in ten lie nearer (docs/pictograms.md).
    /// </summary>
    private const double LeastSimilarity = 0.2;

    public static IEnumerable<QualityCheck> Of(QualityEvidence evidence)
    {
        var segments = evidence.Story.Segments.Count;
        if (evidence.Pictograms is { } shown)
        {
            var pictograms = shown.Values.Sum(found => found.Count);
            if (pictograms > 0)
            {
                yield return QualityCheck.Share("pictures fit their sentence", [.. Unlike(evidence, shown)], pictograms, 0.8);
            }

            if (evidence.Schedule is null || evidence.Scenes.Count > 0)
            {
                yield return QualityCheck.Share("scenes show more than type", [.. Bare(evidence, shown)], segments, 0.2);
            }
        }

        yield return Share("nothing is repeated", evidence, StoryChecks.Repetition(evidence.Story), segments);
        yield return Share("diagrams vary", evidence, StoryChecks.Variety(evidence.Story), segments);
        if (evidence.Scenes.Count > 0)
        {
            yield return QualityCheck.Share("scenes look different", [.. Alike(evidence)], segments, 0.8);
        }
    }

    private static QualityCheck Share(string name, QualityEvidence evidence, StoryCheck check, int of) => QualityCheck.Share(
        name, [.. check.Findings.Select(finding => new QualityMoment(evidence.Start(finding.Segment), finding.What, finding.Mend))], of,
        0.9);

    /// <summary>Scenes of words alone: no diagram, no painting, and no pictogram beside them.</summary>
    private static IEnumerable<QualityMoment> Bare(
        QualityEvidence evidence, IReadOnlyDictionary<string, IReadOnlyList<ShownPictogram>> shown) =>
        from segment in evidence.Story.Segments.Index()
        where segment.Item.Diagram is null or { Kind: DiagramKind.KeyPhrase }
        where shown.GetValueOrDefault(segment.Item.Id, []).Count == 0
        where evidence.Scenes.GetValueOrDefault(segment.Item.Id) is not { Painting: not null }
        select new QualityMoment(evidence.Start(segment.Index), $"\"{segment.Item.Title}\" shows nothing but words",
            "Put a list, a table, a number or a picture into the section, or name a thing that can be drawn.")
        {
            Piece = evidence.Scene(segment.Index),
        };

    private static IEnumerable<QualityMoment> Unlike(
        QualityEvidence evidence, IReadOnlyDictionary<string, IReadOnlyList<ShownPictogram>> shown) =>
        from segment in evidence.Story.Segments.Index()
        from pictogram in shown.GetValueOrDefault(segment.Item.Id, [])
        where pictogram.ToSentence < LeastSimilarity
        select new QualityMoment(evidence.Start(segment.Index),
            FormattableString.Invariant(
                $"The picture \"{pictogram.Name}\" has little to do with what is said beside it (similarity {pictogram.ToSentence:0.00})"),
            "Name the thing in the sentence, or give the section another heading.")
        { Piece = evidence.Scene(segment.Index) };

    /// <summary>Three scenes in a row that are built of the same parts.</summary>
    private static IEnumerable<QualityMoment> Alike(QualityEvidence evidence)
    {
        var looks = evidence.Story.Segments
            .Select(segment => evidence.Scenes.GetValueOrDefault(segment.Id) is { } scene ? Look(scene) : segment.Id).ToList();
        return Enumerable.Range(0, Math.Max(0, looks.Count - 2))
            .Where(i => looks[i] == looks[i + 1] && looks[i] == looks[i + 2])
            .Select(i => new QualityMoment(evidence.Start(i + 2),
                $"\"{evidence.Story.Segments[i + 2].Title}\" is the third scene in a row that looks alike",
                "Put a list, a table, a number or a picture into the section.")
            { Piece = evidence.Scene(i + 2) });
    }

    /// <summary>The parts that a scene is built of, by the names of its files.</summary>
    private static string Look(SceneArt scene) => string.Join(' ', scene.Layers
        .Select(layer => Counted().Replace(Path.GetFileNameWithoutExtension(layer.File), "")).Distinct());

    [GeneratedRegex(@"^\d+-|-\d+$")]
    private static partial Regex Counted();
}
