using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Api;

/// <summary>How far a video has come, in the words of R-C5: a view of a session's state.</summary>
internal static class Progress
{
    /// <summary>queued, processing, waiting_for_approval, completed or failed.</summary>
    public static string StatusOf(VideoState state) => state switch
    {
        { Phase: VideoPhase.Complete } => "completed",
        { Phase: VideoPhase.Failed } => "failed",
        { WaitingFor: not null } => "waiting_for_approval",
        { Generation: GenerationStage.Pending } => "queued",
        _ => "processing",
    };

    /// <summary>0 to 100: that of its phase; of a session that failed, how far it came.</summary>
    public static int PercentOf(VideoState state) => state.Phase == VideoPhase.Failed
        ? state.Agents.FirstOrDefault(message => message.Agent == AgentName.Orchestrator)?.Progress ?? 0
        : (int)state.Phase;

    /// <summary>Seconds that are left if it goes on as it went; null when that cannot be told.</summary>
    public static int? Remaining(VideoState state, TimeSpan elapsed) => StatusOf(state) switch
    {
        "completed" => 0,
        "processing" when PercentOf(state) is > 0 and var percent => (int)(elapsed.TotalSeconds * (100 - percent) / percent),
        _ => null,
    };
}
