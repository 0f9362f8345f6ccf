using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>A part of the lesson that may become a segment.</summary>
internal sealed record SegmentDraft
{
    public required SegmentKind Kind { get; init; }

    public required string Title { get; init; }

    public required LessonSection Section { get; init; }

    public required IReadOnlyList<Candidate> Candidates { get; init; }

    /// <summary>How much the story gains by this part; null: the story cannot do without it.</summary>
    public required double? Value { get; init; }

    public IEnumerable<Candidate> Chosen => Candidates.Where(candidate => candidate.IsChosen);

    public double EssentialSeconds => Candidates.Where(candidate => candidate.IsEssential).Sum(candidate => candidate.Seconds);

    public double Speech => Chosen.Sum(candidate => candidate.Seconds);
}
