using Grpc.Core;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.Starting;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Executions.WorkflowTasks;

namespace TemporalVideo.DevServer.Executions.Outbox;

/// <summary>Starts a child: makes its run, tells the parent, and only then gives the child its first workflow task.</summary>
internal static class ChildStart
{
    public static async Task DeliverAsync(ExecutionEngine engine, long outboxId, OutboxItem item)
    {
        var initiated = item.StartChild.Initiated.StartChildWorkflowExecutionInitiatedEventAttributes;
        var parentKey = new WorkflowKey(item.SourceNamespaceId, item.SourceWorkflowId);
        var childKey = new WorkflowKey(initiated.NamespaceId, initiated.WorkflowId);
        var parent = await engine.ReadAsync(parentKey, transaction => Parent(transaction, item)).ConfigureAwait(false);
        if (parent is null)
        {
            await engine.ChangeAsync(parentKey, transaction => Done(transaction, outboxId)).ConfigureAwait(false);
            return;
        }

        string childRunId;
        try
        {
            childRunId = await engine.ChangeAsync(childKey, transaction => Create(transaction, item, initiated, parent))
                .ConfigureAwait(false);
        }
        catch (ServiceException e) when (e.Code == StatusCode.AlreadyExists)
        {
            await engine.ChangeAsync(parentKey, transaction => Refused(transaction, outboxId, item, initiated)).ConfigureAwait(false);
            return;
        }

        await engine.ChangeAsync(parentKey, transaction =>
        {
            if (transaction.Find(item.SourceRunId) is { IsOpen: true } run)
            {
                RecordStarted(run, item.InitiatedEventId, childRunId, initiated.Header);
            }

            return true;
        }).ConfigureAwait(false);
        await engine.ChangeAsync(childKey, transaction =>
        {
            if (transaction.Find(childRunId) is { IsOpen: true, State.PreviousStartedEventId: 0 } run)
            {
                WorkflowTaskScheduler.ScheduleIfNone(run);
            }

            return Done(transaction, outboxId);
        }).ConfigureAwait(false);
    }

    /// <summary>Writes ChildWorkflowExecutionStarted, unless it is written already.</summary>
    public static void RecordStarted(WorkflowRun parent, long initiatedEventId, string childRunId, Header? header)
    {
        if (!parent.Children.TryGet(initiatedEventId, out var child) || child.RunId.Length > 0)
        {
            return;
        }

        parent.Add(new HistoryEvent
        {
            EventType = EventType.ChildWorkflowExecutionStarted,
            ChildWorkflowExecutionStartedEventAttributes = new ChildWorkflowExecutionStartedEventAttributes
            {
                Namespace = parent.Transaction.Engine.Namespaces.ById(child.NamespaceId)?.Name ?? "",
                NamespaceId = child.NamespaceId,
                InitiatedEventId = initiatedEventId,
                WorkflowExecution = new WorkflowExecution { WorkflowId = child.WorkflowId, RunId = childRunId },
                WorkflowType = new WorkflowType { Name = child.WorkflowType },
                Header = header,
            },
        });
        WorkflowTaskScheduler.ScheduleIfNone(parent);
    }

    private static ParentOfChild? Parent(WorkflowTransaction transaction, OutboxItem item)
    {
        if (transaction.Find(item.SourceRunId) is not { } run)
        {
            return null;
        }

        var initiated = item.StartChild.Initiated.StartChildWorkflowExecutionInitiatedEventAttributes;
        if (!run.IsOpen && initiated.ParentClosePolicy != ParentClosePolicy.Abandon)
        {
            return null;
        }

        var self = new WorkflowExecution { WorkflowId = run.State.WorkflowId, RunId = run.RunId };
        return new ParentOfChild(transaction.Engine.NamespaceName(run), self, run.Start.RootWorkflowExecution ?? self);
    }

    private static string Create(
        WorkflowTransaction transaction, OutboxItem item, StartChildWorkflowExecutionInitiatedEventAttributes initiated,
            ParentOfChild parent)
    {
        var requestId = $"{item.SourceRunId}:{item.InitiatedEventId}";
        var runId = RunFactory.NewRunId();
        var (reuse, conflict) =
            StartPolicy.Resolve(initiated.WorkflowIdReusePolicy, WorkflowIdConflictPolicy.Unspecified, WorkflowIdConflictPolicy.Fail);
        if (StartPolicy.Existing(transaction, requestId, reuse, conflict, runId) is { } existing)
        {
            return existing.RunId;
        }

        var backoff = initiated.CronSchedule.Length == 0 ? 0 : CronBackoff(initiated.CronSchedule, transaction.Now);
        RunFactory.Create(
            transaction,
            runId,
            new WorkflowExecutionStartedEventAttributes
            {
                WorkflowType = initiated.WorkflowType,
                ParentWorkflowNamespace = parent.Namespace,
                ParentWorkflowNamespaceId = item.SourceNamespaceId,
                ParentWorkflowExecution = parent.Execution,
                ParentInitiatedEventId = item.InitiatedEventId,
                RootWorkflowExecution = parent.Root,
                TaskQueue = initiated.TaskQueue,
                Input = initiated.Input,
                WorkflowExecutionTimeout = initiated.WorkflowExecutionTimeout,
                WorkflowRunTimeout = initiated.WorkflowRunTimeout,
                WorkflowTaskTimeout = initiated.WorkflowTaskTimeout,
                RetryPolicy = initiated.RetryPolicy,
                CronSchedule = initiated.CronSchedule,
                FirstWorkflowTaskBackoff = Ticks.ToDuration(backoff),
                Memo = initiated.Memo,
                SearchAttributes = initiated.SearchAttributes,
                Header = initiated.Header,
                Priority = initiated.Priority,
            },
            requestId,
            item.StartChild.Initiated.UserMetadata);
        return runId;
    }

    private static long CronBackoff(string cron, long now) =>
        CronSchedule.Parse(cron).Next(Ticks.ToTime(now), Ticks.ToTime(now)) is { } slot ? slot.UtcTicks - now : 0;

    private static bool Refused(WorkflowTransaction transaction, long outboxId, OutboxItem item,
        StartChildWorkflowExecutionInitiatedEventAttributes initiated)
    {
        if (transaction.Find(item.SourceRunId) is { IsOpen: true } run && run.Children.Contains(item.InitiatedEventId))
        {
            run.Add(new HistoryEvent
            {
                EventType = EventType.StartChildWorkflowExecutionFailed,
                StartChildWorkflowExecutionFailedEventAttributes = new StartChildWorkflowExecutionFailedEventAttributes
                {
                    Namespace = initiated.Namespace,
                    NamespaceId = initiated.NamespaceId,
                    WorkflowId = initiated.WorkflowId,
                    WorkflowType = initiated.WorkflowType,
                    Cause = StartChildWorkflowExecutionFailedCause.WorkflowAlreadyExists,
                    Control = initiated.Control,
                    InitiatedEventId = item.InitiatedEventId,
                },
            });
            WorkflowTaskScheduler.ScheduleIfNone(run);
        }

        return Done(transaction, outboxId);
    }

    private static bool Done(WorkflowTransaction transaction, long outboxId)
    {
        transaction.Delivered(outboxId);
        return true;
    }

    private sealed record ParentOfChild(string Namespace, WorkflowExecution Execution, WorkflowExecution Root);
}
