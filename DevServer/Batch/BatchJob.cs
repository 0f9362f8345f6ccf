using Temporalio.Api.Enums.V1;

namespace TemporalVideo.DevServer.Batch;

/// <summary>A batch job and how far it has come.</summary>
internal sealed record BatchJob
{
    public required string NamespaceId { get; init; }

    public required string JobId { get; init; }

    public required BatchOperationType Type { get; init; }

    public required string Reason { get; init; }

    public required string Identity { get; init; }

    public required string Query { get; init; }

    public required DateTimeOffset StartTime { get; init; }

    public DateTimeOffset? CloseTime { get; init; }

    public BatchOperationState State { get; init; } = BatchOperationState.Running;

    /// <summary>Whether the workflows that the query selects have been written down.</summary>
    public bool IsCollected { get; init; }

    public long Total { get; init; }

    public long Completed { get; init; }

    public long Failed { get; init; }
}
