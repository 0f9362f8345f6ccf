using Temporalio.Api.Query.V1;

namespace TemporalVideo.DevServer.Executions.Queries;

/// <summary>A query that waits for a workflow task to take it along.</summary>
internal sealed class BufferedQuery(WorkflowQuery query)
{
    private readonly TaskCompletionSource<WorkflowQueryResult?> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id { get; } = Guid.NewGuid().ToString();

    public WorkflowQuery Query { get; } = query;

    public bool IsAttached { get; set; }

    /// <summary>The worker's answer; null when the query is to be asked directly instead.</summary>
    public Task<WorkflowQueryResult?> Result => _result.Task;

    public void Answer(WorkflowQueryResult result) => _result.TrySetResult(result);

    public void Release() => _result.TrySetResult(null);
}
