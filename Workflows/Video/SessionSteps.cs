using Temporalio.Exceptions;
using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>The session's row: made or read at the start, completed at the end.</summary>
internal static class SessionSteps
{
    /// <summary>Makes or reads the row, and sets the limit of costs in the book of money.</summary>
    /// <param name="run">The session.</param>
    /// <param name="limit">The most that it may spend, in US dollars; null for no limit.</param>
    /// <param name="begins">Whether it begins, and is not only given another limit.</param>
    public static Task OpenAsync(VideoRun run, decimal? limit, bool begins = false)
    {
        var task = new OpenTask
        {
            Session = run.Input.Session,
            Agent = AgentName.Orchestrator,
            Topic = run.Input.Topic,
            Source = run.Input.Source,
            CostLimit = limit,
            Generation = begins ? GenerationSteps.OrderOf(run.Input) : null,
        };
        return Workflow.ExecuteActivityAsync(
            (IOpenSession step) => step.OpenSessionAsync(task),
            run.Policies.Bookkeeping($"session {run.Input.Session}", Workflow.CancellationToken));
    }

    /// <summary>Writes down whether lost calls were paid.</summary>
    public static Task SettleAsync(VideoRun run, bool paid, IReadOnlyList<PaidStep> steps)
    {
        var task = new SettleTask { Session = run.Input.Session, Paid = paid, Steps = steps };
        return Workflow.ExecuteActivityAsync(
            (ISettleCalls step) => step.SettleCallsAsync(task),
            run.Policies.Bookkeeping($"lost calls: {(paid ? "paid" : "not paid")}", Workflow.CancellationToken));
    }

    /// <summary>
    /// Not cancelled with the workflow: a cancelled session gets its row completed, too. A row that cannot be completed changes nothing
    /// about how the session has ended: it is said, and the session ends as it has.
    /// </summary>
    public static async Task CloseAsync(VideoRun run, string? reason = null)
    {
        var task = new CloseTask
        {
            Session = run.Input.Session,
            Outcome = run.State.Outcome,
            VideoKey = run.Video?.VideoKey,
            Reason = reason,
            Cost = run.Costs.Report.Charged,
            Costs = run.Costs.Report is var costs && costs.Items.Any(item => item.Agent == AgentName.Agent6) ? costs : null,
            Stand = GenerationSteps.StandOf(run, (Workflow.UtcNow - Workflow.Info.StartTime).TotalSeconds),
        };
        var options = run.Policies.Aside($"session {run.Input.Session}: {run.State.Outcome}", CancellationToken.None);
        try
        {
            await Workflow.ExecuteActivityAsync((ICloseSession step) => step.CloseSessionAsync(task), options);
        }
        catch (ActivityFailureException failure)
        {
            run.SayAfterTheEnd($"The session's row is not up to date. {FailureReason.Of(failure).Text}");
        }
    }
}
