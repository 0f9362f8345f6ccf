using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Temporalio.Worker.Histories;

/// <summary>The events that one logical workflow task brings to the workflow, and what history shows the task to have done with them.</summary>
/// <param name="Events">Events after the previous sequence, up to the task's start or to the end of the run.</param>
/// <param name="Outcome">Command events that this task's completion wrote; empty while the task is open.</param>
internal sealed record WorkflowTaskSequence(IReadOnlyList<HistoryEvent> Events, IReadOnlyList<HistoryEvent> Outcome)
{
    /// <summary>Whether the sequence ends in the start of a task, so that the workflow runs on it.</summary>
    public bool EndsInTask => Last.EventType == EventType.WorkflowTaskStarted;

    /// <summary>Last event of the sequence.</summary>
    public HistoryEvent Last => Events[^1];

    /// <summary>Completion of this task, when history has it.</summary>
    public WorkflowTaskCompletedEventAttributes? Completion { get; init; }
}
