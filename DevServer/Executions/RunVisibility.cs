using TemporalVideo.DevServer.Visibility;

namespace TemporalVideo.DevServer.Executions;

/// <summary>What list and count are told of a run: a state of its own, as it is written after the run's lock is left.</summary>
internal static class RunVisibility
{
    public static VisibilityRecord Describe(WorkflowRun run)
    {
        var state = run.State;
        var start = run.Start;
        var root = start.RootWorkflowExecution;
        return new VisibilityRecord
        {
            NamespaceId = state.NamespaceId,
            WorkflowId = state.WorkflowId,
            RunId = state.RunId,
            WorkflowType = start.WorkflowType.Name,
            Status = state.Status,
            TaskQueue = start.TaskQueue.Name,
            StartTime = Ticks.ToTime(state.StartTime),
            ExecutionTime = Ticks.ToTime(state.ExecutionTime),
            CloseTime = state.CloseTime == 0 ? null : Ticks.ToTime(state.CloseTime),
            HistoryLength = state.NextEventId - 1,
            HistorySizeBytes = state.HistorySizeBytes,
            StateTransitionCount = state.StateTransitionCount,
            ParentWorkflowId = start.ParentWorkflowExecution?.WorkflowId,
            ParentRunId = start.ParentWorkflowExecution?.RunId,
            RootWorkflowId = root?.WorkflowId ?? state.WorkflowId,
            RootRunId = root?.RunId ?? state.RunId,
            FirstRunId = start.FirstExecutionRunId,
            Memo = run.Attributes.Memo?.Clone(),
            SearchAttributes = run.Attributes.SearchAttributes?.Clone(),
        };
    }
}
