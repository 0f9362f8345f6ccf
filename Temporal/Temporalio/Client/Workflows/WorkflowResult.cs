using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Client.Interceptors;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Closed = Temporalio.Api.History.V1.HistoryEvent.AttributesOneofCase;

namespace Temporalio.Client;

/// <summary>Waits for the result of a workflow: for the last event of its run, and of the runs that follow it.</summary>
internal static class WorkflowResult
{
    public static async Task<TResult> WaitAsync<TResult>(WorkflowHandle handle, bool followRuns, RpcOptions? rpcOptions)
    {
        for (var runId = handle.ResultRunId; ;)
        {
            var closed = await CloseEventAsync(handle, runId, rpcOptions).ConfigureAwait(false);
            var next = NextRunId(closed);
            if (next.Length == 0 || !followRuns)
            {
                return await OfAsync<TResult>(closed, handle.Client.Options.DataConverter).ConfigureAwait(false);
            }

            runId = next;
        }
    }

    private static async Task<HistoryEvent> CloseEventAsync(WorkflowHandle handle, string? runId, RpcOptions? rpcOptions)
    {
        var page = await handle.Client.OutboundInterceptor.FetchWorkflowHistoryEventPageAsync(new FetchWorkflowHistoryEventPageInput(
            handle.Id, runId, null, null, WaitNewEvent: true, HistoryEventFilterType.CloseEvent, SkipArchival: true,
            TemporalClient.DefaultRetryOptions(rpcOptions))).ConfigureAwait(false);
        return page.Events.LastOrDefault()
            ?? throw new InvalidOperationException($"The server gave no close event of workflow {handle.Id}.");
    }

    private static string NextRunId(HistoryEvent closed) => closed.AttributesCase switch
    {
        Closed.WorkflowExecutionCompletedEventAttributes => closed.WorkflowExecutionCompletedEventAttributes.NewExecutionRunId,
        Closed.WorkflowExecutionFailedEventAttributes => closed.WorkflowExecutionFailedEventAttributes.NewExecutionRunId,
        Closed.WorkflowExecutionTimedOutEventAttributes => closed.WorkflowExecutionTimedOutEventAttributes.NewExecutionRunId,
        Closed.WorkflowExecutionContinuedAsNewEventAttributes => closed.WorkflowExecutionContinuedAsNewEventAttributes.NewExecutionRunId,
        _ => string.Empty,
    };

    private static async Task<TResult> OfAsync<TResult>(HistoryEvent closed, DataConverter converter)
    {
        switch (closed.AttributesCase)
        {
            case Closed.WorkflowExecutionCompletedEventAttributes:
                return await converter.ToResultAsync<TResult>(closed.WorkflowExecutionCompletedEventAttributes.Result).ConfigureAwait(false);
            case Closed.WorkflowExecutionContinuedAsNewEventAttributes:
                throw new WorkflowContinuedAsNewException(closed.WorkflowExecutionContinuedAsNewEventAttributes.NewExecutionRunId);
            case Closed.WorkflowExecutionTerminatedEventAttributes:
                throw new WorkflowFailedException(
                    await TerminationAsync(closed.WorkflowExecutionTerminatedEventAttributes, converter).ConfigureAwait(false));
            default:
                throw new WorkflowFailedException(await converter.ToExceptionAsync(FailureOf(closed)).ConfigureAwait(false));
        }
    }

    private static Failure FailureOf(HistoryEvent closed) => closed.AttributesCase switch
    {
        Closed.WorkflowExecutionFailedEventAttributes => closed.WorkflowExecutionFailedEventAttributes.Failure.Clone(),
        Closed.WorkflowExecutionCanceledEventAttributes => new Failure
        {
            Message = "Workflow canceled",
            CanceledFailureInfo = new CanceledFailureInfo { Details = closed.WorkflowExecutionCanceledEventAttributes.Details?.Clone() },
        },
        Closed.WorkflowExecutionTimedOutEventAttributes => new Failure
        {
            Message = "Workflow timed out",
            TimeoutFailureInfo = new TimeoutFailureInfo { TimeoutType = TimeoutType.StartToClose },
        },
        _ => throw new InvalidOperationException($"{closed.EventType} does not close a workflow."),
    };

    private static async Task<TerminatedFailureException> TerminationAsync(
        WorkflowExecutionTerminatedEventAttributes terminated, DataConverter converter)
    {
        IReadOnlyCollection<Api.Common.V1.Payload>? details = terminated.Details?.Payloads_;
        if (details is { Count: > 0 } && converter.PayloadCodec != null)
        {
            details = await converter.PayloadCodec.DecodeAsync(details).ConfigureAwait(false);
        }

        return new TerminatedFailureException(
            terminated.Reason.Length == 0 ? "Workflow terminated" : terminated.Reason,
            new InboundFailureDetails(converter.PayloadConverter, details));
    }
}
