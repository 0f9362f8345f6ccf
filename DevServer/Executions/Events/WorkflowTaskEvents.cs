using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace TemporalVideo.DevServer.Executions.Events;

/// <summary>Workflow tasks: their course is kept outside of history, only completed ones leave a trace in the state.</summary>
internal static class WorkflowTaskEvents
{
    public static Dictionary<EventType, Action<WorkflowRun, HistoryEvent>> Table { get; } = new()
    {
        [EventType.WorkflowTaskCompleted] = static (run, completed) =>
        {
            var attributes = completed.WorkflowTaskCompletedEventAttributes;
            var state = run.Change();
            state.PreviousStartedEventId = attributes.StartedEventId;
            state.AwaitsFirstTask = false;
        },
        [EventType.WorkflowTaskScheduled] = static (run, _) => run.Change().AwaitsFirstTask = false,
    };
}
