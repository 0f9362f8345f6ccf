using Temporalio.Api.Query.V1;

namespace TemporalVideo.DevServer.Executions.Queries;

/// <summary>A query that goes to a worker by itself, without a workflow task.</summary>
internal sealed class DirectQuery(WorkflowQuery query)
{
    private readonly TaskCompletionSource<WorkflowQueryResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isOver;

    public string Id { get; } = Guid.NewGuid().ToString();

    public WorkflowQuery Query { get; } = query;

    public Task<WorkflowQueryResult> Result => _result.Task;

    /// <summary>Nobody wants the answer any more.</summary>
    public bool IsOver => _isOver || _result.Task.IsCompleted;

    public void Answer(WorkflowQueryResult result) => _result.TrySetResult(result);

    public void GiveUp() => _isOver = true;
}
