using Temporalio.Api.Enums.V1;

namespace TemporalVideo.DevServer.Visibility.Filters;

/// <summary>A search attribute in a filter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Sql">Where its value stands: a column, or null for those kept as JSON.</param>
internal sealed record FilterColumn(string Name, IndexedValueType Type, string? Sql)
{
    private static readonly Dictionary<string, string> Columns = new()
    {
        ["WorkflowId"] = "workflow_id",
        ["RunId"] = "run_id",
        ["WorkflowType"] = "workflow_type",
        ["ExecutionStatus"] = "status",
        ["TaskQueue"] = "task_queue",
        ["StartTime"] = "start_time",
        ["ExecutionTime"] = "execution_time",
        ["CloseTime"] = "close_time",
        ["ExecutionDuration"] = "execution_duration",
        ["HistoryLength"] = "history_length",
        ["HistorySizeBytes"] = "history_size",
        ["StateTransitionCount"] = "state_transitions",
        ["ParentWorkflowId"] = "parent_workflow_id",
        ["ParentRunId"] = "parent_run_id",
        ["RootWorkflowId"] = "root_workflow_id",
        ["RootRunId"] = "root_run_id",
        ["TemporalNamespaceDivision"] = "division",
    };

    /// <summary>The attribute of that name and type.</summary>
    public static FilterColumn Of(string name, IndexedValueType type) => new(name, type, Columns.GetValueOrDefault(name));

    /// <summary>Whether values are looked for among several: list elements or words.</summary>
    public bool IsMultiple => Type is IndexedValueType.KeywordList or IndexedValueType.Text;
}
