using TemporalVideo.Studio.Storytelling.Directing;
using TemporalVideo.Studio.Storytelling.Quality;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Scenes;

/// <summary>The scenes as the planner has them, and checks in place of critic and cohesor. It rewrites nothing.</summary>
public sealed class PlannedScenes : ISceneRoom
{
    private const int TooMuch = 30;
    private const int OfOtherThings = 40;
    private const int Alike = 20;

    /// <inheritdoc/>
    public string Identity => "planned-scenes/1";

    /// <inheritdoc/>
    public bool Writes => false;

    /// <inheritdoc/>
    public Task<StoryLook?> LookAsync(Story story, CancellationToken cancellationToken) => Task.FromResult<StoryLook?>(null);

    /// <inheritdoc/>
    public Task<Story> WriteAsync(SceneOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        return Task.FromResult(order.Story);
    }

    /// <inheritdoc/>
    public Task<ScenesVerdict> JudgeAsync(Story story, int good, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(story);
        var alike = StoryChecks.Variety(story).Findings.ToDictionary(finding => finding.Segment, finding => finding.What);
        return Task.FromResult(new ScenesVerdict([.. story.Segments.Select((segment, i) => Judge(segment, alike.GetValueOrDefault(i)))]));
    }

    /// <inheritdoc/>
    public Task<SceneCohesion> CohereAsync(Story story, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(story);
        return Task.FromResult(new SceneCohesion(story, (int)Math.Floor(100 * StoryChecks.Variety(story).Grade), []));
    }

    private static SceneScore Judge(Segment segment, string? alike)
    {
        List<(int Costs, string What)> faults = [];
        if (StoryChecks.Reading(segment) > segment.Duration)
        {
            faults.Add((TooMuch, "There is more to read than there is time for."));
        }

        if (segment.KeyPoints.FirstOrDefault(point => SourceTrace.FaultOf(point, SceneTexts.Behind(segment)) is not null) is { } strange)
        {
            faults.Add((OfOtherThings, $"\"{strange}\" stands in the picture and is not said."));
        }

        if (alike is not null)
        {
            faults.Add((Alike, alike));
        }

        return new SceneScore(segment.Id, 100 - faults.Sum(fault => fault.Costs), string.Join(' ', faults.Select(fault => fault.What)));
    }
}
