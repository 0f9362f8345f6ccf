using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace TemporalVideo.DevServer.Visibility;

/// <summary>What list and count know of a run.</summary>
internal sealed record VisibilityRecord
{
    public required string NamespaceId { get; init; }

    public required string WorkflowId { get; init; }

    public required string RunId { get; init; }

    public required string WorkflowType { get; init; }

    public required WorkflowExecutionStatus Status { get; init; }

    public required string TaskQueue { get; init; }

    public required DateTimeOffset StartTime { get; init; }

    /// <summary>Start plus start delay or cron back-off.</summary>
    public required DateTimeOffset ExecutionTime { get; init; }

    /// <summary>Null while the run is open.</summary>
    public DateTimeOffset? CloseTime { get; init; }

    public long HistoryLength { get; init; }

    public long HistorySizeBytes { get; init; }

    public long StateTransitionCount { get; init; }

    public string? ParentWorkflowId { get; init; }

    public string? ParentRunId { get; init; }

    public required string RootWorkflowId { get; init; }

    public required string RootRunId { get; init; }

    public required string FirstRunId { get; init; }

    public Memo? Memo { get; init; }

    /// <summary>Normalised: each payload has its <c>type</c> metadata.</summary>
    public SearchAttributes? SearchAttributes { get; init; }
}
