using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Executions.Updates;

namespace TemporalVideo.DevServer.Executions.Closing;

/// <summary>What the end of a run means to others.</summary>
internal static class RunEnd
{
    /// <summary>Applies the parent close policies.</summary>
    public static void TellChildren(WorkflowRun run)
    {
        foreach (var child in run.Children.Values)
        {
            if (child.RunId.Length > 0 && child.ParentClosePolicy is ParentClosePolicy.Terminate or ParentClosePolicy.RequestCancel)
            {
                run.Transaction.Send(OutboxItems.From(run, child.InitiatedEventId, item => item.CloseChild = new OutboxItem.Types.CloseChild
                {
                    NamespaceId = child.NamespaceId,
                    WorkflowId = child.WorkflowId,
                    RunId = child.RunId,
                    Policy = child.ParentClosePolicy,
                }));
            }
        }
    }

    /// <summary>Reports the last run's end to the parent.</summary>
    public static void TellParent(WorkflowRun run, HistoryEvent closing)
    {
        if (run.Start.ParentWorkflowExecution is { WorkflowId.Length: > 0 } parent)
        {
            run.Transaction.Send(
                OutboxItems.From(run, run.Start.ParentInitiatedEventId, item => item.ChildClosed = new OutboxItem.Types.ChildClosed
                {
                    NamespaceId = run.Start.ParentWorkflowNamespaceId,
                    WorkflowId = parent.WorkflowId,
                    RunId = parent.RunId,
                    ParentEvent = ChildOutcomes.ForParent(run, closing),
                }));
        }
    }

    /// <summary>Ends the waiting for updates and queries that no workflow task will answer.</summary>
    public static void ReleaseWaiters(WorkflowRun run, bool continuedAsNew)
    {
        run.Transaction.AfterCommit(() =>
        {
            lock (run.Transaction.Workflow.Gate)
            {
                foreach (var update in run.PendingUpdates.TakeAll())
                {
                    if (update.IsAccepted)
                    {
                        update.Complete(UpdateOutcomes.WorkflowCompleted);
                    }
                    else
                    {
                        update.Abort(new UpdateAbortedException(continuedAsNew));
                    }
                }

                foreach (var query in run.Queries.TakeAll())
                {
                    query.Release();
                }
            }
        });
    }

    /// <summary>Drops what a closed run no longer needs; updates and attributes stay.</summary>
    public static void Forget(WorkflowRun run)
    {
        run.Activities.Clear();
        run.Timers.Clear();
        run.Children.Clear();
        run.Externals.Clear();
        run.SignalRequests.Clear();
        run.Buffer.Clear();
    }
}
