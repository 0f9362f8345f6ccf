using TemporalVideo.Studio.Providers;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Directing;

/// <summary>Directors and critics in order of preference: the first whose service is not down, else the planner of this machine.</summary>
/// <param name="services">Those that work by a service, with its circuit.</param>
/// <param name="planner">The director that always can, where there is a lesson.</param>
/// <param name="checks">The critic that always can.</param>
public sealed class PreferredDirector(
    IReadOnlyList<(IStoryPlanner Director, IStoryCritic Critic, Circuit Circuit)> services, IStoryPlanner planner, IStoryCritic checks)
    : IStoryPlanner, IStoryCritic
{
    private readonly Preference<IStoryPlanner> _directors = new(services.Select(service => (service.Director, service.Circuit)), planner);
    private readonly Preference<IStoryCritic> _critics = new(services.Select(service => (service.Critic, service.Circuit)), checks);

    /// <inheritdoc/>
    public string Identity => Director.Identity;

    /// <inheritdoc/>
    public bool FollowsWishes => Director.FollowsWishes;

    private IStoryPlanner Director => _directors.Current;

    /// <inheritdoc/>
    public Task<Story> PlanAsync(StoryRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        // The planner of this machine has nothing for a topic: it is better to ask again.
        return (request.SourceKind == SourceKind.Topic && !Director.FollowsWishes ? services[0].Director : Director)
            .PlanAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<StoryVerdict> JudgeAsync(StoryToJudge judged, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(judged);
        return (judged.Story.WrittenBy is null ? _critics.Last : _critics.Current).JudgeAsync(judged, cancellationToken);
    }
}
