using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.Closing;
using TemporalVideo.DevServer.Executions.Commands;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Executions.Updates;
using static TemporalVideo.DevServer.Executions.State.WorkflowTaskState.Types;

namespace TemporalVideo.DevServer.Executions.WorkflowTasks;

/// <summary>A worker's answer to a workflow task: all of it takes effect, or none.</summary>
internal static class WorkflowTaskCompletion
{
    private static readonly long LongestHeartbeating = TimeSpan.FromMinutes(30).Ticks;

    public static RespondWorkflowTaskCompletedResponse Complete(WorkflowTransaction transaction, TaskToken token,
        RespondWorkflowTaskCompletedRequest request)
    {
        var (run, task) = Current(transaction, token);
        CommandTable.CheckOrder(request.Commands);
        if (request.ForceCreateNewWorkflowTask && run.State.HeartbeatingSince > 0
            && run.Now - run.State.HeartbeatingSince > LongestHeartbeating)
        {
            WorkflowTaskFailure.TimeOutStarted(run, task);
            transaction.Refusal = ServiceErrors.NotFound("workflow task heartbeat timeout");
            return new RespondWorkflowTaskCompletedResponse();
        }

        try
        {
            return task.Kind == Kind.Speculative && request.Commands.Count == 0 && !request.ForceCreateNewWorkflowTask
                && !UpdateMessages.Accepts(request.Messages)
                ? Discard(run, request)
                : Apply(run, task, request);
        }
        catch (CommandRefusedException refused)
        {
            transaction.RollBack();
            Refuse(transaction, run, refused, request.Identity);
            return new RespondWorkflowTaskCompletedResponse();
        }
        catch (HistoryFullException full)
        {
            transaction.RollBack();
            RunClosing.Terminate(run, full.Message, details: null, "history-service");
            transaction.Refusal = ServiceErrors.InvalidArgument(full.Message);
            return new RespondWorkflowTaskCompletedResponse();
        }
    }

    /// <summary>The run and its started task that a token means.</summary>
    /// <exception cref="Errors.ServiceException">NotFound: it is not the current task.</exception>
    public static (WorkflowRun Run, WorkflowTaskState Task) Current(WorkflowTransaction transaction, TaskToken token) =>
        transaction.Find(token.RunId) is { IsOpen: true, State.WorkflowTask: { StartedEventId: > 0 } task } run && task.Stamp == token.Stamp
            ? (run, task)
            : throw ServiceErrors.NotFound("Workflow task not found.");

    private static RespondWorkflowTaskCompletedResponse Apply(WorkflowRun run, WorkflowTaskState task,
        RespondWorkflowTaskCompletedRequest request)
    {
        var hasUnseenEvents = run.Buffer.Count > 0;
        var startedTime = task.StartedTime;
        WorkflowTaskStorage.WriteBorrowed(run, task);
        var state = run.Change();
        state.WorkflowTask = null;
        state.WorkflowTaskAttempt = 1;
        state.StickyQueue = request.StickyAttributes?.WorkerTaskQueue?.Name ?? "";
        state.StickyTimeout = Ticks.Of(request.StickyAttributes?.ScheduleToStartTimeout);
        state.HeartbeatingSince = !request.ForceCreateNewWorkflowTask || request.Commands.Count > 0 ? 0
            : state.HeartbeatingSince > 0 ? state.HeartbeatingSince : startedTime;
        var context = new CompletionContext
        {
            Run = run,
            CompletedEventId = run.Add(Completed(task, request)).EventId,
            Identity = request.Identity,
            HasUnseenEvents = hasUnseenEvents,
            Messages = [.. request.Messages],
        };
        WorkerBuilds.Remember(run, context.CompletedEventId, WorkerBuilds.Stamp(request)?.BuildId ?? "");
        run.IsProcessingCommands = true;
        foreach (var command in request.Commands)
        {
            CommandTable.Handle(context, command);
        }

        foreach (var message in context.Messages)
        {
            if (run.IsOpen || !UpdateMessages.Accepts([message]))
            {
                UpdateMessages.Handle(context, message);
            }
        }

        run.IsProcessingCommands = false;
        SettleUpdates(context);
        AnswerQueries(run, request);
        return run.IsOpen ? Next(run, request) : new RespondWorkflowTaskCompletedResponse();
    }

    /// <summary>A speculative task that led to nothing: as if it had never been.</summary>
    private static RespondWorkflowTaskCompletedResponse Discard(WorkflowRun run, RespondWorkflowTaskCompletedRequest request)
    {
        var context = new CompletionContext
        {
            Run = run,
            CompletedEventId = 0,
            Identity = request.Identity,
            HasUnseenEvents = false,
            Messages = [],
        };
        run.State.WorkflowTask = null;
        foreach (var message in request.Messages)
        {
            UpdateMessages.Handle(context, message);
        }

        SettleUpdates(context);
        AnswerQueries(run, request);
        var response = Next(run, request);
        response.ResetHistoryEventId = run.State.PreviousStartedEventId;
        return response;
    }

    private static RespondWorkflowTaskCompletedResponse Next(WorkflowRun run, RespondWorkflowTaskCompletedRequest request)
    {
        var response = new RespondWorkflowTaskCompletedResponse();
        if (run.FlushBuffer() || request.ForceCreateNewWorkflowTask)
        {
            WorkflowTaskScheduler.ScheduleIfNone(run);
        }
        else if (run.PendingUpdates.HasUndelivered)
        {
            WorkflowTaskScheduler.ScheduleSpeculativeIfNone(run);
        }

        if (Limits.FullHistory(run.State) is { } reason)
        {
            throw new HistoryFullException(reason);
        }

        if (run.State.WorkflowTask is not { } next)
        {
            foreach (var query in run.Queries.TakeAll())
            {
                run.Transaction.AfterCommit(query.Release);
            }
        }
        else if (request.ReturnNewWorkflowTask)
        {
            run.Transaction.Withdraw(next.Stamp);
            response.WorkflowTask = WorkflowTaskStart.Start(
                run, next, request.Identity, WorkerBuilds.Stamp(request)?.BuildId ?? "", "request-from-RespondWorkflowTaskCompleted",
                    partialHistory: true);
        }

        return response;
    }

    private static void SettleUpdates(CompletionContext context)
    {
        var run = context.Run;
        context.Accepted.ForEach(update => update.IsAccepted = true);
        context.Finished.ForEach(run.PendingUpdates.Remove);
        if (run.IsOpen)
        {
            foreach (var ignored in run.PendingUpdates.Ignored())
            {
                run.PendingUpdates.Remove(ignored);
                run.Updates.Remove(ignored.Id);
                run.Transaction.AfterCommit(() => ignored.Complete(UpdateOutcomes.Unprocessed));
            }
        }
    }

    private static void AnswerQueries(WorkflowRun run, RespondWorkflowTaskCompletedRequest request)
    {
        foreach (var (query, result) in run.Queries.Answer(request.QueryResults))
        {
            run.Transaction.AfterCommit(() => query.Answer(result));
        }
    }

    private static void Refuse(WorkflowTransaction transaction, WorkflowRun run, CommandRefusedException refused, string identity)
    {
        var task = run.State.WorkflowTask;
        var isUnhandled = refused.FailedCause == WorkflowTaskFailedCause.UnhandledCommand;
        var error = ServiceErrors.InvalidArgument(isUnhandled ? "UnhandledCommand" : refused.Message);
        if (task.Attempt > 1 && !isUnhandled && !refused.EndsRun)
        {
            throw error;
        }

        var failure = isUnhandled
            ? new Failure { Message = "UnhandledCommand", ServerFailureInfo = new ServerFailureInfo { NonRetryable = true } }
            : new Failure { Message = refused.Message, ServerFailureInfo = new ServerFailureInfo { NonRetryable = true } };
        WorkflowTaskFailure.Fail(run, task, refused.FailedCause, failure, identity);
        if (refused.EndsRun)
        {
            RunClosing.Terminate(run, refused.Message, details: null, "history-service");
        }

        transaction.Refusal = error;
    }

    private static HistoryEvent Completed(WorkflowTaskState task, RespondWorkflowTaskCompletedRequest request)
    {
        return new HistoryEvent
        {
            EventType = EventType.WorkflowTaskCompleted,
            WorkflowTaskCompletedEventAttributes = new WorkflowTaskCompletedEventAttributes
            {
                ScheduledEventId = task.ScheduledEventId,
                StartedEventId = task.StartedEventId,
                Identity = request.Identity,
                WorkerVersion = WorkerBuilds.Stamp(request),
                SdkMetadata = request.SdkMetadata,
                MeteringMetadata = request.MeteringMetadata,
            },
        };
    }
}
