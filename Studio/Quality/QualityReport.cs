using System.Text.Json.Serialization;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Quality;

/// <summary>How good a video is: one number, what it is made of, and where it is worst.</summary>
/// <param name="Score">0 to 100: 100 times the factors of all checks, rounded down. A fault of truth alone brings it below 61.</param>
/// <param name="Worst">The worst moments, the dearest first, at most five.</param>
/// <param name="Checks">Every check that was made, and what it left of the score.</param>
public sealed record QualityReport(int Score, IReadOnlyList<QualityMoment> Worst, IReadOnlyList<QualityGrade> Checks)
{
    private const int MostMoments = 5;

    /// <summary>The score before it is rounded, 0 to 1.</summary>
    [JsonIgnore]
    internal double Grade { get; private init; }

    /// <summary>The pieces that could be made in another way, each with what its findings cost of the score, the dearest first.</summary>
    [JsonIgnore]
    internal IReadOnlyList<FaultyPiece> Faulty { get; private init; } = [];

    /// <summary>Judges what is known of a video. What is not known is not judged, and not listed among the checks.</summary>
    /// <param name="evidence">What is known.</param>
    public static QualityReport Of(QualityEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        IReadOnlyList<QualityCheck> checks =
            [.. TruthChecks.Of(evidence), .. TimeChecks.Of(evidence), .. PictureChecks.Of(evidence), .. FilmChecks.Of(evidence)];
        var grade = checks.Aggregate(1.0, (left, check) => left * check.Factor);
        var found = checks.SelectMany(check => check.Findings.Select(finding => (check.Cost, Finding: finding)))
            .OrderByDescending(found => found.Cost).ThenBy(found => found.Finding.At).ToList();
        return new QualityReport(
            (int)Math.Floor((100 * grade) + 1e-9),
            [.. found.Take(MostMoments).Select(found => found.Finding)],
            [.. checks.Select(check => new QualityGrade(check.Name, Math.Round(check.Factor, 3), check.Findings.Count))])
        {
            Grade = grade,
            Faulty = [.. found.Where(found => found.Finding.Piece is not null).GroupBy(found => found.Finding.Piece!)
                .OrderByDescending(piece => piece.Sum(found => found.Cost)).Select(piece => piece.Key)],
        };
    }
}

/// <summary>A moment of a video that should be better.</summary>
/// <param name="At">When it is, in seconds from the start of the video.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Mend">What would mend it.</param>
public sealed record QualityMoment(double At, string What, string Mend)
{
    /// <summary>The piece that is at fault, where another making of it might do better; null: the lesson itself is.</summary>
    [JsonIgnore]
    internal FaultyPiece? Piece { get; init; }
}

/// <summary>What a check left of the score.</summary>
/// <param name="Name">What it looks at.</param>
/// <param name="Factor">1: all of it; 0: nothing.</param>
/// <param name="Findings">How many moments it objects to.</param>
public sealed record QualityGrade(string Name, double Factor, int Findings);

/// <summary>A check that was made.</summary>
/// <param name="Name">What it looks at.</param>
/// <param name="Factor">What it leaves of the score.</param>
/// <param name="Findings">What it objects to.</param>
internal sealed record QualityCheck(string Name, double Factor, IReadOnlyList<QualityMoment> Findings)
{
    // What a single fault of truth leaves.
    private const double AfterFault = 0.6;

    /// <summary>What each finding costs.</summary>
    public double Cost => Findings.Count == 0 ? 0 : (1 - Factor) / Findings.Count;

    /// <summary>A check of truth: each finding makes the video unfit, whatever its length.</summary>
    public static QualityCheck Severe(string name, IReadOnlyList<QualityMoment> findings) =>
        new(name, Math.Pow(AfterFault, findings.Count), findings);

    /// <summary>A check of craft: findings cost by their share of all that was looked at.</summary>
    /// <param name="name">What it looks at.</param>
    /// <param name="findings">What it objects to.</param>
    /// <param name="of">How many there are to look at.</param>
    /// <param name="most">What is lost when it objects to all.</param>
    public static QualityCheck Share(string name, IReadOnlyList<QualityMoment> findings, double of, double most) =>
        new(name, 1 - (most * Math.Min(1, of <= 0 ? 0 : findings.Count / of)), findings);
}
