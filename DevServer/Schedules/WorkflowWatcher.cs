using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Schedules;

/// <summary>Waits for workflows to close, following them into new runs.</summary>
internal sealed class WorkflowWatcher(InternalCalls calls)
{
    /// <summary>Waits for the last run of a chain to close.</summary>
    /// <param name="namespaceName">Its namespace.</param>
    /// <param name="execution">The first run.</param>
    /// <returns>The closing event.</returns>
    public async Task<HistoryEvent> WaitAsync(string namespaceName, WorkflowExecution execution)
    {
        var request = new GetWorkflowExecutionHistoryRequest
        {
            Namespace = namespaceName,
            Execution = execution.Clone(),
            WaitNewEvent = true,
            HistoryEventFilterType = HistoryEventFilterType.CloseEvent,
        };
        while (true)
        {
            var answer = await calls.CallAsync<GetWorkflowExecutionHistoryResponse>("GetWorkflowExecutionHistory", request)
                .ConfigureAwait(false);
            request.NextPageToken = answer.NextPageToken;
            if (answer.History.Events.Count == 0)
            {
                continue;
            }

            var last = answer.History.Events[^1];
            if (NextRun(last) is not { Length: > 0 } next)
            {
                return last;
            }

            request.Execution.RunId = next;
            request.NextPageToken = Google.Protobuf.ByteString.Empty;
        }
    }

    /// <summary>The status that a closing event leaves.</summary>
    public static WorkflowExecutionStatus Status(HistoryEvent closing) => closing.EventType switch
    {
        EventType.WorkflowExecutionCompleted => WorkflowExecutionStatus.Completed,
        EventType.WorkflowExecutionFailed => WorkflowExecutionStatus.Failed,
        EventType.WorkflowExecutionTimedOut => WorkflowExecutionStatus.TimedOut,
        EventType.WorkflowExecutionCanceled => WorkflowExecutionStatus.Canceled,
        EventType.WorkflowExecutionTerminated => WorkflowExecutionStatus.Terminated,
        EventType.WorkflowExecutionContinuedAsNew => WorkflowExecutionStatus.ContinuedAsNew,
        _ => throw new ArgumentException($"{closing.EventType} does not close a workflow.", nameof(closing)),
    };

    private static string? NextRun(HistoryEvent closing) => closing.AttributesCase switch
    {
        HistoryEvent.AttributesOneofCase.WorkflowExecutionContinuedAsNewEventAttributes =>
            closing.WorkflowExecutionContinuedAsNewEventAttributes.NewExecutionRunId,
        HistoryEvent.AttributesOneofCase.WorkflowExecutionCompletedEventAttributes =>
            closing.WorkflowExecutionCompletedEventAttributes.NewExecutionRunId,
        HistoryEvent.AttributesOneofCase.WorkflowExecutionFailedEventAttributes =>
            closing.WorkflowExecutionFailedEventAttributes.NewExecutionRunId,
        HistoryEvent.AttributesOneofCase.WorkflowExecutionTimedOutEventAttributes =>
            closing.WorkflowExecutionTimedOutEventAttributes.NewExecutionRunId,
        _ => null,
    };
}
