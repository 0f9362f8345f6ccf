using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Namespaces;

namespace TemporalVideo.DevServer.Executions.Activities;

/// <summary>What workers say about an activity attempt, by task token or by activity id.</summary>
internal sealed class ActivityAnswers(ExecutionEngine engine)
{
    public Task CompleteAsync(ActivityAddress address, Payloads? result, string identity) =>
        AnswerAsync(address, (run, activity) =>
        {
            if (ActivityBlobs.IsTooLarge(result))
            {
                ActivityFailures.Fail(run, activity, ActivityBlobs.TooLarge("Complete result exceeds size limit."), identity);
                return;
            }

            ActivityLifecycle.Complete(run, activity, result, identity);
        });

    public Task FailAsync(ActivityAddress address, Failure? failure, Payloads? lastHeartbeatDetails, string identity) =>
        AnswerAsync(address, (run, activity) =>
    {
        if (lastHeartbeatDetails is { Payloads_.Count: > 0 })
        {
            ActivityLifecycle.Heartbeat(run, activity, lastHeartbeatDetails);
        }

        ActivityFailures.Fail(
            run,
            activity,
            failure is null ? new Failure { Message = "activity failed", Source = "Server" }
                : ActivityBlobs.IsTooLarge(failure)
                    ? ActivityBlobs.TooLarge("Failure exceeds size limit.", ActivityFailures.Truncate(failure))
                : failure,
            identity);
    });

    public Task CancelAsync(ActivityAddress address, Payloads? details, string identity) => AnswerAsync(address, (run, activity) =>
    {
        if (activity.CancelRequestedEventId == 0)
        {
            throw ServiceErrors.InvalidArgument("unable to mark activity as canceled without activity being request canceled first");
        }

        if (ActivityBlobs.IsTooLarge(details))
        {
            ActivityFailures.Fail(run, activity, ActivityBlobs.TooLarge("Cancel details exceed size limit."), identity);
            return;
        }

        ActivityLifecycle.Cancel(run, activity, details, identity);
    });

    /// <summary>Keeps a heartbeat.</summary>
    /// <returns>What the activity is asked to do.</returns>
    public Task<HeartbeatAnswer> HeartbeatAsync(ActivityAddress address, Payloads? details) =>
        engine.ChangeAsync(address.Workflow, transaction =>
    {
        var (run, activity) = Find(transaction, address);
        if (ActivityBlobs.IsTooLarge(details))
        {
            ActivityFailures.Fail(run, activity, ActivityBlobs.TooLarge("Heartbeat details exceed size limit."), activity.Identity);
            return new HeartbeatAnswer(CancelRequested: true, Paused: false, Reset: false);
        }

        ActivityLifecycle.Heartbeat(run, activity, details);
        return new HeartbeatAnswer(activity.CancelRequestedEventId > 0, activity.Pause is not null, activity.ResetRequested);
    });

    /// <summary>The activity that a call by id means.</summary>
    public static ActivityAddress ById(NamespaceRecord ns, string workflowId, string runId, string activityId) =>
        workflowId.Length == 0 ? throw ServiceErrors.InvalidArgument("WorkflowId is not set on request.")
        : activityId.Length == 0 ? throw ServiceErrors.InvalidArgument("ActivityId is not set on request.")
        : new ActivityAddress(new WorkflowKey(ns.Id, workflowId), runId, Token: null, activityId);

    private Task<bool> AnswerAsync(ActivityAddress address, Action<WorkflowRun, ActivityState> answer) =>
        engine.ChangeAsync(address.Workflow, transaction =>
    {
        var (run, activity) = Find(transaction, address);
        answer(run, activity);
        return true;
    });

    private static (WorkflowRun Run, ActivityState Activity) Find(WorkflowTransaction transaction, ActivityAddress address)
    {
        if (transaction.Find(address.RunId) is not { } run)
        {
            throw ServiceErrors.NotFound(address.RunId.Length == 0
                ? $"workflow not found for ID: {address.Workflow.WorkflowId}"
                : $"workflow execution not found for workflow ID \"{address.Workflow.WorkflowId}\" and run ID \"{address.RunId}\"");
        }

        if (!run.IsOpen)
        {
            throw ServiceErrors.NotFound("workflow execution already completed");
        }

        if (address.Token is { } token)
        {
            return run.Activities.TryGet(token.ScheduledEventId, out var attempt) && attempt.StartedTime != 0
                && attempt.Attempt == token.Attempt
                && (token.RequestId.Length == 0 || token.RequestId == attempt.RequestId)
                ? (run, attempt)
                : throw ServiceErrors.NotFound("invalid activityID or activity already timed out or invoking workflow is completed");
        }

        foreach (var activity in run.Activities.Values)
        {
            if (activity.ActivityId == address.ActivityId)
            {
                return activity.StartedTime != 0
                    ? (run, activity)
                    : throw ServiceErrors.NotFound("invalid activityID or activity already timed out or invoking workflow is completed");
            }
        }

        throw ServiceErrors.NotFound(
            $"Can't find pending activity with such ID: {address.ActivityId}. It may have completed, or never been scheduled.");
    }
}
