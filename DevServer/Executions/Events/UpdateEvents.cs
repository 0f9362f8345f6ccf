using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions.Events;

/// <summary>Updates: kept from acceptance on, also after their outcome.</summary>
internal static class UpdateEvents
{
    public static Dictionary<EventType, Action<WorkflowRun, HistoryEvent>> Table { get; } = new()
    {
        [EventType.WorkflowExecutionUpdateAdmitted] = static (run, admitted) =>
        {
            var request = admitted.WorkflowExecutionUpdateAdmittedEventAttributes.Request;
            run.Updates.Add(request.Meta.UpdateId, new UpdateState { UpdateId = request.Meta.UpdateId, AdmittedRequest = request.Clone() });
        },
        [EventType.WorkflowExecutionUpdateAccepted] = static (run, accepted) =>
        {
            var id = accepted.WorkflowExecutionUpdateAcceptedEventAttributes.ProtocolInstanceId;
            run.Change().UpdateCount++;
            run.Updates.Add(id, new UpdateState { UpdateId = id, AcceptedEventId = accepted.EventId });
        },
        [EventType.WorkflowExecutionUpdateCompleted] = static (run, completed) =>
        {
            var attributes = completed.WorkflowExecutionUpdateCompletedEventAttributes;
            if (run.Updates.Edit(attributes.Meta.UpdateId) is { } update)
            {
                update.CompletedEventId = completed.EventId;
                update.Outcome = attributes.Outcome.Clone();
            }
        },
    };
}
