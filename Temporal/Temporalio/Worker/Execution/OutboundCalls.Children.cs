using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Exceptions;
using Temporalio.Worker.Interceptors;
using Temporalio.Worker.Runs;
using Temporalio.Workflows;

namespace Temporalio.Worker.Execution;

/// <summary>Child workflows.</summary>
internal sealed partial class OutboundCalls
{
    public override async Task<ChildWorkflowHandle<TWorkflow, TResult>> StartChildWorkflowAsync<TWorkflow, TResult>(StartChildWorkflowInput input)
    {
        var options = input.Options;
        var token = options.CancellationToken ?? context.Cancellation.Token;
        if (token.IsCancellationRequested)
        {
            throw new CanceledFailureException("Child cancelled before scheduled");
        }

        var seq = context.Commands.NextChild();
        var id = options.Id ?? context.Random.NextGuid().ToString();
        context.Commands.Add(new WorkflowCommand.StartChild(
            seq,
            new()
            {
                WorkflowId = id,
                WorkflowType = new() { Name = input.Workflow },
                TaskQueue = new() { Name = options.TaskQueue ?? context.Info.TaskQueue },
                Input = ToPayloads(input.Args),
                WorkflowExecutionTimeout = ToDuration(options.ExecutionTimeout),
                WorkflowRunTimeout = ToDuration(options.RunTimeout),
                WorkflowTaskTimeout = ToDuration(options.TaskTimeout),
                ParentClosePolicy = options.ParentClosePolicy,
                WorkflowIdReusePolicy = options.IdReusePolicy,
                RetryPolicy = options.RetryPolicy?.ToProto(),
                CronSchedule = options.CronSchedule ?? string.Empty,
                Header = ToHeader(input.Headers),
                Memo = ToMemo(options.Memo),
                SearchAttributes = options.TypedSearchAttributes?.ToProto(),
                Priority = options.Priority?.ToProto(),
            },
            options.CancellationType,
            ToMetadata(options.StaticSummary, options.StaticDetails)));
        var start = context.Pending.ChildStarts[seq] = new();
        var end = context.Pending.Children[seq] = new();
        var registration = token.Register(() => CancelIf(context.Pending.Children.ContainsKey(seq), WorkflowCommand.Cancel.Of<WorkflowCommand.StartChild>(seq)));
        WorkflowJob.ChildStarted started;
        using (context.Awaits.Enter($"the start of child workflow {id} ({input.Workflow})"))
        {
            started = await start.Task;
        }

        if (started.RunId is { } runId)
        {
            return new Handle<TWorkflow, TResult>(this, id, input.Workflow, runId, end.Task, registration);
        }

        registration.Dispose();
        context.Pending.Children.Remove(seq);
        throw started switch
        {
            { Failure: { } failure } => context.ToException(failure),
            { Cause: StartChildWorkflowExecutionFailedCause.WorkflowAlreadyExists } =>
                new WorkflowAlreadyStartedException("Child workflow already started", id, input.Workflow, "<unknown>"),
            _ => new ApplicationFailureException($"Child workflow {id} could not be started: {started.Cause}", errorType: $"{started.Cause}"),
        };
    }

    private Memo? ToMemo(IReadOnlyDictionary<string, object>? values)
    {
        if (values is null)
        {
            return null;
        }

        var memo = new Memo();
        foreach (var (name, value) in values)
        {
            memo.Fields[name] = context.PayloadConverter.ToPayload(value);
        }

        return memo;
    }

    private sealed class Handle<TWorkflow, TResult>(
        OutboundCalls calls, string id, string type, string runId, Task<WorkflowJob.ChildResolved> end, CancellationTokenRegistration registration)
        : ChildWorkflowHandle<TWorkflow, TResult>
    {
        public override string Id => id;

        public override string FirstExecutionRunId => runId;

        public override async Task<T> GetResultAsync<T>()
        {
            using var wait = calls.Context.Awaits.Enter($"the end of child workflow {id} ({type})");
            var resolved = await end;
            registration.Dispose();
            return resolved.Failure is { } failure ? throw calls.Context.ToException(failure) : calls.Read<T>(resolved.Result);
        }

        public override Task SignalAsync(string signal, IReadOnlyCollection<object?> args, ChildWorkflowSignalOptions? options = null) =>
            calls.Context.Outbound.SignalChildWorkflowAsync(new(id, signal, args, options, null));
    }
}
