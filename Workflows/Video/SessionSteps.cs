using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>The session's row: read at the start, completed at the end.</summary>
internal static class SessionSteps
{
    public static Task OpenAsync(VideoRun run) => Workflow.ExecuteActivityAsync(
        (IOpenSession step) => step.OpenSessionAsync(new OpenTask { Session = run.Input.Session, Agent = AgentName.Orchestrator, Topic = run.Input.Topic }),
        run.Policies.Bookkeeping($"session {run.Input.Session}", Workflow.CancellationToken));

    /// <summary>Not cancelled with the workflow: a cancelled session gets its row completed, too.</summary>
    public static Task CloseAsync(VideoRun run, string? reason = null) => Workflow.ExecuteActivityAsync(
        (ICloseSession step) => step.CloseSessionAsync(new CloseTask
        {
            Session = run.Input.Session,
            Outcome = run.State.Outcome,
            VideoUrl = run.VideoUrl,
            Reason = reason,
            Cost = run.Costs.Report.Charged,
        }),
        run.Policies.Bookkeeping($"session {run.Input.Session}: {run.State.Outcome}", CancellationToken.None));
}
