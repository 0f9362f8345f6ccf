using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Api;

/// <summary>The phases of R-C1: a view of a session's state.</summary>
internal static class Phases
{
    /// <summary>Progress of Agent5 or Agent6 from which on the clips are stitched, and from which on music is added.</summary>
    private const int Stitching = 70;
    private const int Music = 85;

    /// <summary>The phase that a session is in.</summary>
    public static Phase Of(VideoState state) => state switch
    {
        { Outcome: VideoOutcome.Finished or VideoOutcome.FinishedByFallback } => new Phase("complete", 100),
        { Outcome: VideoOutcome.Failed or VideoOutcome.Cancelled } => new Phase("failed", ProgressOf(state)),
        { Stage: VideoStage.Opening or VideoStage.Story or VideoStage.StoryReview } => new Phase("planning", 10),
        { Stage: VideoStage.Scenes or VideoStage.ScenesReview } => new Phase("storyboarding", 25),
        _ => ProgressOf(state) switch
        {
            >= Music => new Phase("adding_music", Music),
            >= Stitching => new Phase("stitching", Stitching),
            _ => new Phase("generating_chunks", 40),
        },
    };

    /// <summary>queued, processing, waiting_for_approval, completed or failed.</summary>
    public static string StatusOf(VideoState state) => state switch
    {
        { Outcome: VideoOutcome.Finished or VideoOutcome.FinishedByFallback } => "completed",
        { Outcome: VideoOutcome.Failed or VideoOutcome.Cancelled } => "failed",
        { WaitingFor: not null } => "waiting_for_approval",
        { Stage: VideoStage.Opening } => "queued",
        _ => "processing",
    };

    /// <summary>Seconds that are left if it goes on as it went; null when that cannot be told.</summary>
    public static int? Remaining(VideoState state, Phase phase, TimeSpan elapsed) => StatusOf(state) switch
    {
        "completed" => 0,
        "processing" when phase.Progress > 0 => (int)(elapsed.TotalSeconds * (100 - phase.Progress) / phase.Progress),
        _ => null,
    };

    private static int ProgressOf(VideoState state) =>
        state.Agents.FirstOrDefault(message => message.Agent == AgentName.Orchestrator)?.Progress ?? 0;
}

/// <summary>A phase.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Progress">0 to 100.</param>
internal sealed record Phase(string Name, int Progress);
