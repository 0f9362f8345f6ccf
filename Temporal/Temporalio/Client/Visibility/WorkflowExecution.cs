using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Common;
using Temporalio.Converters;

namespace Temporalio.Client;

/// <summary>A workflow as a list shows it.</summary>
public class WorkflowExecution
{
    private readonly Lazy<IReadOnlyDictionary<string, IEncodedRawValue>> _memo;
    private readonly Lazy<SearchAttributeCollection> _searchAttributes;

    /// <summary>Reads what the server tells of a workflow.</summary>
    protected internal WorkflowExecution(WorkflowExecutionInfo rawInfo, DataConverter dataConverter)
    {
        RawInfo = rawInfo;
        _memo = new(() => dataConverter.ToEncodedValues(rawInfo.Memo));
        _searchAttributes = new(() =>
            rawInfo.SearchAttributes == null ? SearchAttributeCollection.Empty : SearchAttributeCollection.FromProto(rawInfo.SearchAttributes));
    }

    /// <summary>Workflow id.</summary>
    public string Id => RawInfo.Execution.WorkflowId;

    /// <summary>Run id.</summary>
    public string RunId => RawInfo.Execution.RunId;

    /// <summary>Workflow type.</summary>
    public string WorkflowType => RawInfo.Type.Name;

    /// <summary>Status.</summary>
    public WorkflowExecutionStatus Status => RawInfo.Status;

    /// <summary>Task queue.</summary>
    public string TaskQueue => RawInfo.TaskQueue;

    /// <summary>When the run was made, in UTC.</summary>
    public DateTime StartTime => RawInfo.StartTime.ToDateTime();

    /// <summary>When the run began or will begin to execute, after a start delay or a back-off; in UTC.</summary>
    public DateTime? ExecutionTime => RawInfo.ExecutionTime?.ToDateTime();

    /// <summary>When the run closed, in UTC; null if it did not.</summary>
    public DateTime? CloseTime => RawInfo.CloseTime?.ToDateTime();

    /// <summary>Number of events; 0 in lists of some servers while the run is open.</summary>
    public int HistoryLength => (int)RawInfo.HistoryLength;

    /// <summary>Memo, decoded when asked for.</summary>
    public IReadOnlyDictionary<string, IEncodedRawValue> Memo => _memo.Value;

    /// <summary>Search attributes.</summary>
    public SearchAttributeCollection TypedSearchAttributes => _searchAttributes.Value;

    /// <summary>Workflow id of the parent; null if there is none.</summary>
    public string? ParentId => RawInfo.ParentExecution?.WorkflowId;

    /// <summary>Run id of the parent; null if there is none.</summary>
    public string? ParentRunId => RawInfo.ParentExecution?.RunId;

    /// <summary>All that the server told.</summary>
    internal WorkflowExecutionInfo RawInfo { get; }
}
