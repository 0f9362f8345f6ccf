using Google.Protobuf;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Worker.Codecs;

namespace Temporalio.Worker.Runs;

/// <summary>Takes workflow tasks from poll to answer.</summary>
internal sealed partial class WorkflowTaskProcessor(
    ITemporalClient client, WorkflowRunOptions options, WorkflowWorkerIdentity identity, RunCache cache, ILogger logger)
{
    private readonly HistoryReader _history = new(client);
    private readonly Converters.IPayloadCodec? _codec = client.Options.DataConverter.PayloadCodec;

    /// <summary>Works on a task and on those that the answers bring. Does not throw.</summary>
    public async Task ProcessAsync(PollWorkflowTaskQueueResponse task)
    {
        var runId = task.WorkflowExecution.RunId;
        using var lease = await cache.AcquireAsync(runId).ConfigureAwait(false);
        for (PollWorkflowTaskQueueResponse? next = task; next is not null;)
        {
            try
            {
                next = next!.Query is null
                    ? await RunAsync(next, lease).ConfigureAwait(false)
                    : await AnswerQueryAsync(next, lease).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                lease.Run = null;
                LogLost(logger, e, task.WorkflowType?.Name ?? string.Empty, runId);
                next = null;
            }
        }

        if (identity.StickyQueue is null)
        {
            lease.Run = null;
        }
    }

    private async Task<PollWorkflowTaskQueueResponse?> RunAsync(PollWorkflowTaskQueueResponse task, RunCache.Lease lease)
    {
        var received = DateTimeOffset.UtcNow;
        RespondWorkflowTaskCompletedRequest completion;
        try
        {
            var (run, events) = await PrepareAsync(task, lease).ConfigureAwait(false);
            if (_codec is not null)
            {
                await DecodeMessagesAsync(task).ConfigureAwait(false);
            }

            completion = await run.RunTaskAsync(events, task.Messages, received).ConfigureAwait(false);
            foreach (var (id, query) in task.Queries)
            {
                completion.QueryResults[id] = await run.QueryAsync(id, query).ConfigureAwait(false);
            }

            await EncodeAsync(completion).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not RpcException)
        {
            lease.Run = null;
            if (FailsWorkflow(task, e))
            {
                completion = new() { Commands = { FailCommand(e) }, SdkMetadata = new() };
            }
            else
            {
                await FailAsync(task, e).ConfigureAwait(false);
                return null;
            }
        }

        return await CompleteAsync(task, completion, lease).ConfigureAwait(false);
    }

    /// <summary>Finds the run in memory or builds a new one, and the events it has to take in.</summary>
    private async Task<(WorkflowRun Run, IReadOnlyList<Api.History.V1.HistoryEvent> Events)> PrepareAsync(
        PollWorkflowTaskQueueResponse task, RunCache.Lease lease)
    {
        var events = await _history.ReadNewAsync(task, lease.Run).ConfigureAwait(false);
        if (events is null)
        {
            lease.Run = null;
            events = await _history.ReadAllAsync(task).ConfigureAwait(false);
        }

        lease.Run ??= new(task.WorkflowExecution.RunId, options);
        return (lease.Run, events);
    }

    private async Task<PollWorkflowTaskQueueResponse?> CompleteAsync(
        PollWorkflowTaskQueueResponse task, RespondWorkflowTaskCompletedRequest completion, RunCache.Lease lease)
    {
        completion.TaskToken = task.TaskToken;
        completion.Namespace = client.Options.Namespace;
        completion.Identity = identity.Identity;
        completion.Capabilities = new() { DiscardSpeculativeWorkflowTaskWithEvents = true };
        completion.StickyAttributes = identity.StickyQueue is { } sticky
            ? new()
            {
                WorkerTaskQueue = new TaskQueue { Name = sticky, Kind = TaskQueueKind.Sticky, NormalName = identity.TaskQueue },
                ScheduleToStartTimeout = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(identity.StickyTimeout),
            }
            : null;
        try
        {
            var answer = await client.WorkflowService.RespondWorkflowTaskCompletedAsync(completion, new() { Retry = true }).ConfigureAwait(false);
            if (answer.ResetHistoryEventId > 0)
            {
                lease.Run?.RollBack(answer.ResetHistoryEventId);
            }

            if (lease.Run?.IsOver == true)
            {
                lease.Run = null;
            }

            return answer.WorkflowTask is { TaskToken.IsEmpty: false } next ? next : null;
        }
        catch (RpcException e)
        {
            // The run is ahead of history now; the next task begins again from what is stored.
            lease.Run = null;
            if (e.Code == RpcException.StatusCode.ResourceExhausted && completion.CalculateSize() > MessageSizes.Limit)
            {
                await FailAsync(task, e, WorkflowTaskFailedCause.GrpcMessageTooLarge).ConfigureAwait(false);
            }
            else if (e.Code is not (RpcException.StatusCode.NotFound or RpcException.StatusCode.InvalidArgument))
            {
                LogNotCompleted(logger, e, task.WorkflowType.Name, task.WorkflowExecution.RunId);
            }

            return null;
        }
    }

    private async Task<PollWorkflowTaskQueueResponse?> AnswerQueryAsync(PollWorkflowTaskQueueResponse task, RunCache.Lease lease)
    {
        var request = new RespondQueryTaskCompletedRequest { TaskToken = task.TaskToken, Namespace = client.Options.Namespace };
        try
        {
            var (run, events) = await PrepareAsync(task, lease).ConfigureAwait(false);
            if (run.LastStartedEventId > task.PreviousStartedEventId)
            {
                throw new InvalidOperationException("Query expired");
            }

            await run.CatchUpAsync(events).ConfigureAwait(false);
            if (_codec is not null)
            {
                await new PayloadVisitor(_codec.DecodeAsync).VisitAsync(task.Query).ConfigureAwait(false);
            }

            var result = await run.QueryAsync("legacy", task.Query).ConfigureAwait(false);
            request.CompletedType = result.ResultType;
            request.QueryResult = result.Answer;
            request.ErrorMessage = result.ErrorMessage;
            request.Failure = result.Failure;
        }
        catch (Exception e) when (e is not RpcException)
        {
            lease.Run = null;
            request.CompletedType = QueryResultType.Failed;
            request.ErrorMessage = e.Message;
            request.Failure = ToFailure(e);
        }

        if (lease.Run?.IsOver == true)
        {
            lease.Run = null;
        }

        await EncodeAsync(request).ConfigureAwait(false);
        await client.WorkflowService.RespondQueryTaskCompletedAsync(request, new() { Retry = true }).ConfigureAwait(false);
        return null;
    }

    private async Task FailAsync(PollWorkflowTaskQueueResponse task, Exception e, WorkflowTaskFailedCause? cause = null)
    {
        LogFailed(logger, e, task.WorkflowType.Name, task.WorkflowExecution.WorkflowId, task.WorkflowExecution.RunId, task.Attempt);

        // Later attempts are left to time out, so that a broken workflow is tried at the pace of the task timeout.
        if (task.Attempt > 1)
        {
            return;
        }

        var request = new RespondWorkflowTaskFailedRequest
        {
            TaskToken = task.TaskToken,
            Namespace = client.Options.Namespace,
            Identity = identity.Identity,
            Cause = cause ?? (e is WorkflowNondeterminismException
                ? WorkflowTaskFailedCause.NonDeterministicError
                : WorkflowTaskFailedCause.WorkflowWorkerUnhandledFailure),
            Failure = ToFailure(e),
        };
        await EncodeAsync(request).ConfigureAwait(false);
        try
        {
            await client.WorkflowService.RespondWorkflowTaskFailedAsync(request, new() { Retry = true }).ConfigureAwait(false);
        }
        catch (RpcException answer) when (answer.Code == RpcException.StatusCode.NotFound)
        {
            // The task has timed out meanwhile.
        }
    }

    private bool FailsWorkflow(PollWorkflowTaskQueueResponse task, Exception e)
    {
        if (e is not WorkflowNondeterminismException)
        {
            return false;
        }

        var setup = options.FindWorkflow(task.WorkflowType.Name);
        return setup.FailureExceptionTypes.Concat(setup.Definition.FailureExceptionTypes ?? []).Any(t => t.IsInstanceOfType(e));
    }

    private Api.Command.V1.Command FailCommand(Exception e) => new()
    {
        CommandType = CommandType.FailWorkflowExecution,
        FailWorkflowExecutionCommandAttributes = new() { Failure = ToFailure(e) },
    };

    private Api.Failure.V1.Failure ToFailure(Exception e) =>
        client.Options.DataConverter.FailureConverter.ToFailure(e, client.Options.DataConverter.PayloadConverter);

    private Task EncodeAsync(IMessage message) => _codec is null ? Task.CompletedTask : new PayloadVisitor(_codec.EncodeAsync).VisitAsync(message);

    private async Task DecodeMessagesAsync(PollWorkflowTaskQueueResponse task)
    {
        var visitor = new PayloadVisitor(_codec!.DecodeAsync);
        foreach (var message in task.Messages)
        {
            await visitor.VisitAsync(message).ConfigureAwait(false);
        }

        foreach (var query in task.Queries.Values)
        {
            await visitor.VisitAsync(query).ConfigureAwait(false);
        }
    }

    [LoggerMessage(1030, LogLevel.Warning, "Task of workflow {WorkflowType} {WorkflowId} (run {RunId}, attempt {Attempt}) failed; the server will try it again")]
    private static partial void LogFailed(ILogger logger, Exception e, string workflowType, string workflowId, string runId, int attempt);

    [LoggerMessage(1031, LogLevel.Warning, "Completion of a task of workflow {WorkflowType} (run {RunId}) was not accepted")]
    private static partial void LogNotCompleted(ILogger logger, Exception e, string workflowType, string runId);

    [LoggerMessage(1032, LogLevel.Error, "A task of workflow {WorkflowType} (run {RunId}) could not be worked on; the server will time it out")]
    private static partial void LogLost(ILogger logger, Exception e, string workflowType, string runId);
}
