using Temporalio.Api.Common.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Namespaces;

namespace TemporalVideo.DevServer.Executions.Activities;

/// <summary>The pending activities of a workflow that an operator means: one by its id, or all of a type.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="RunId">The run; empty for the current one.</param>
/// <param name="Id">The activity's id; null when a type is meant.</param>
/// <param name="Type">The type's name; null when an id is meant.</param>
internal sealed record ActivitySelection(WorkflowKey Workflow, string RunId, string? Id, string? Type)
{
    /// <summary>What a request means.</summary>
    /// <exception cref="ServiceException">InvalidArgument: it names no workflow, or no activity.</exception>
    public static ActivitySelection Of(NamespaceRecord ns, WorkflowExecution? execution, bool isNamed, string? id, string? type)
    {
        var workflow = Requests.Workflow(ns, execution ?? new WorkflowExecution());
        return isNamed
            ? new ActivitySelection(workflow, execution?.RunId ?? "", id, type)
            : throw ServiceErrors.InvalidArgument("Either Activity.Id or Activity.Type should be set on request.");
    }

    /// <summary>Does something to each of them.</summary>
    /// <returns>The run and the last of them.</returns>
    /// <exception cref="ServiceException">NotFound: no run is open, or there is no such activity.</exception>
    public (WorkflowRun Run, ActivityState Activity) Change(WorkflowTransaction transaction, Action<WorkflowRun, ActivityState> change)
    {
        var run = Requests.OpenRun(transaction, RunId);
        var meant = run.Activities.Values.Where(activity => IsMeant(run, activity)).OrderBy(activity => activity.ScheduledEventId).ToList();
        if (meant.Count == 0)
        {
            throw ServiceErrors.NotFound("Can't find pending activity with such ID. Invalid activityID or activity already completed");
        }

        foreach (var activity in meant)
        {
            change(run, activity);
        }

        return (run, meant[^1]);
    }

    private bool IsMeant(WorkflowRun run, ActivityState activity) =>
        Id is not null ? activity.ActivityId == Id : ActivityLifecycle.Attributes(run, activity).ActivityType.Name == Type;
}
