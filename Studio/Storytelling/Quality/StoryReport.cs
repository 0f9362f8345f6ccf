using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Quality;

/// <summary>How true a story is to its source, and how well it can be followed, judged on the story itself.</summary>
/// <param name="Score">0 to 100: the sum of all checks, each by its weight and by how far it is met.</param>
/// <param name="Remarks">What costs points, the dearest first; empty at 100.</param>
public sealed record StoryReport(int Score, IReadOnlyList<string> Remarks)
{
    /// <summary>Judges a story. Whether a picture fits its sentence is not among the checks.</summary>
    public static StoryReport Of(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        var checks = StoryChecks.Of(story);
        var lost = checks.Where(check => check.Grade < 1).OrderByDescending(check => check.Weight * (1 - check.Grade)).ToList();
        return new StoryReport(
            (int)Math.Floor(100 * checks.Sum(check => check.Weight * check.Grade) / checks.Sum(check => check.Weight)),
            [.. lost.Select(check => FormattableString.Invariant($"{check.Remark} (−{check.Weight * (1 - check.Grade):0.#})"))]);
    }
}

/// <summary>One check of a story.</summary>
/// <param name="Weight">Its part of 100.</param>
/// <param name="Grade">How far it is met, 0 to 1.</param>
/// <param name="Remark">What is wrong where it is not.</param>
internal sealed record StoryCheck(double Weight, double Grade, string Remark)
{
    /// <summary>Where it objects, as far as that is one place.</summary>
    public IReadOnlyList<StoryFinding> Findings { get; init; } = [];
}

/// <summary>Something that a check objects to.</summary>
/// <param name="Segment">Which segment, counted from 0.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Mend">What would mend it.</param>
internal sealed record StoryFinding(int Segment, string What, string Mend);
