using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Sdk.V1;
using Temporalio.Exceptions;
using Temporalio.Worker.Interceptors;
using Temporalio.Worker.Runs;
using Temporalio.Workflows;

namespace Temporalio.Worker.Execution;

/// <summary>The innermost outbound interceptor: turns calls into commands and waits for their outcomes. Timers and other workflows.</summary>
internal sealed partial class OutboundCalls(WorkflowContext context) : WorkflowOutboundInterceptor
{
    public override Task DelayAsync(DelayAsyncInput input)
    {
        var token = input.CancellationToken ?? context.Cancellation.Token;
        if (input.Delay < TimeSpan.Zero && input.Delay != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentException("A delay must not be negative", nameof(input));
        }

        return token.IsCancellationRequested ? Task.FromCanceled(token) : StartTimerAsync(input, token);
    }

    public override async Task CancelExternalWorkflowAsync(CancelExternalWorkflowInput input)
    {
        var seq = context.Commands.NextCancel();
        context.Commands.Add(new WorkflowCommand.CancelExternal(seq, new() { WorkflowId = input.Id, RunId = input.RunId ?? string.Empty }));
        var source = context.Pending.Cancels[seq] = new();
        using var wait = context.Awaits.Enter($"the cancel request to workflow {input.Id}");
        if ((await source.Task).Failure is { } failure)
        {
            throw context.ToException(failure);
        }
    }

    public override Task SignalChildWorkflowAsync(SignalChildWorkflowInput input) => SignalAsync(
        new()
        {
            Execution = new() { WorkflowId = input.Id },
            SignalName = input.Signal,
            Input = ToPayloads(input.Args),
            Header = ToHeader(input.Headers),
            ChildWorkflowOnly = true,
        },
        input.Options?.CancellationToken);

    public override Task SignalExternalWorkflowAsync(SignalExternalWorkflowInput input) => SignalAsync(
        new()
        {
            Execution = new() { WorkflowId = input.Id, RunId = input.RunId ?? string.Empty },
            SignalName = input.Signal,
            Input = ToPayloads(input.Args),
            Header = ToHeader(input.Headers),
        },
        input.Options?.CancellationToken);

    public override ContinueAsNewException CreateContinueAsNewException(CreateContinueAsNewExceptionInput input) => new(input);

    internal static Header? ToHeader(IReadOnlyDictionary<string, Payload>? headers)
    {
        if (headers is not { Count: > 0 })
        {
            return null;
        }

        var header = new Header();
        foreach (var (name, value) in headers)
        {
            header.Fields[name] = value;
        }

        return header;
    }

    private WorkflowContext Context => context;

    private static Duration? ToDuration(TimeSpan? span) => span is { } value ? Duration.FromTimeSpan(value) : null;

    private async Task StartTimerAsync(DelayAsyncInput input, CancellationToken token)
    {
        var source = new TaskCompletionSource();
        Action onCancel = () => source.TrySetCanceled(token);
        var what = "a cancellation";
        if (input.Delay != Timeout.InfiniteTimeSpan)
        {
            // The server refuses a timer of no length.
            var delay = input.Delay < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : input.Delay;
            var seq = context.Commands.NextTimer();
            context.Commands.Add(new WorkflowCommand.StartTimer(
                seq,
                new() { TimerId = $"{seq}", StartToFireTimeout = Duration.FromTimeSpan(delay) },
                ToMetadata(input.Summary, null)));
            what = $"timer {seq} ({delay:c})";
            context.Pending.Timers[seq] = source;
            onCancel = () =>
            {
                if (context.Pending.Timers.Remove(seq))
                {
                    context.Commands.Add(WorkflowCommand.Cancel.Of<WorkflowCommand.StartTimer>(seq));
                    source.TrySetCanceled(token);
                }
            };
        }

        using (context.Awaits.Enter(what))
        using (token.Register(onCancel))
        {
            await source.Task;
        }
    }

    private async Task SignalAsync(Api.Command.V1.SignalExternalWorkflowExecutionCommandAttributes attributes, CancellationToken? cancellationToken)
    {
        var token = cancellationToken ?? context.Cancellation.Token;
        if (token.IsCancellationRequested)
        {
            throw new CanceledFailureException("Signal was cancelled before being scheduled");
        }

        var seq = context.Commands.NextSignal();
        context.Commands.Add(new WorkflowCommand.SignalExternal(seq, attributes));
        var source = context.Pending.Signals[seq] = new();
        using (context.Awaits.Enter($"signal {attributes.SignalName} to workflow {attributes.Execution.WorkflowId}"))
        using (token.Register(() => CancelIf(context.Pending.Signals.ContainsKey(seq), WorkflowCommand.Cancel.Of<WorkflowCommand.SignalExternal>(seq))))
        {
            if ((await source.Task).Failure is { } failure)
            {
                throw context.ToException(failure);
            }
        }
    }

    private void CancelIf(bool open, WorkflowCommand command)
    {
        if (open)
        {
            context.Commands.Add(command);
        }
    }

    private Payloads ToPayloads(IEnumerable<object?> args) => new() { Payloads_ = { args.Select(context.PayloadConverter.ToPayload) } };

    private UserMetadata? ToMetadata(string? summary, string? details) => summary is null && details is null
        ? null
        : new()
        {
            Summary = summary is null ? null : context.PayloadConverter.ToPayload(summary),
            Details = details is null ? null : context.PayloadConverter.ToPayload(details),
        };

    private TResult Read<TResult>(Payloads? payloads) =>
        typeof(TResult) == typeof(ValueTuple) || payloads is not { Payloads_.Count: > 0 }
            ? default!
            : (TResult)context.PayloadConverter.ToValue(payloads.Payloads_[0], typeof(TResult))!;
}
