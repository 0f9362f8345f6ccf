namespace Temporalio.Client;

/// <summary>How an update with start starts its workflow. Each can be used for one call.</summary>
/// <typeparam name="THandle">Type of the workflow's handle.</typeparam>
public sealed class WithStartWorkflowOperation<THandle> : WithStartWorkflowOperation
    where THandle : WorkflowHandle
{
    private readonly TaskCompletionSource<THandle> _handle;
    private readonly Func<ITemporalClient, string, string, THandle> _create;

    internal WithStartWorkflowOperation(
        string workflow,
        IReadOnlyCollection<object?> args,
        WorkflowOptions options,
        Func<ITemporalClient, string, string, THandle> create,
        TaskCompletionSource<THandle>? handle = null)
        : base(workflow, args, options)
    {
        _create = create;
        _handle = handle ?? new TaskCompletionSource<THandle>(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Waits for the handle of the workflow; fails if the workflow could not be started.</summary>
    public Task<THandle> GetHandleAsync() => _handle.Task;

    /// <inheritdoc />
    public override object Clone() =>
        new WithStartWorkflowOperation<THandle>(Workflow, Args, (WorkflowOptions)Options.Clone(), _create, _handle) { Headers = Headers };

    /// <inheritdoc />
    internal override void SetStarted(ITemporalClient client, string runId) => _handle.TrySetResult(_create(client, Options.Id!, runId));

    /// <inheritdoc />
    internal override void SetException(Exception exception)
    {
        // Nobody need ask for the handle, so its failure must not count as unobserved.
        if (_handle.TrySetException(exception))
        {
            _ = _handle.Task.Exception;
        }
    }
}
