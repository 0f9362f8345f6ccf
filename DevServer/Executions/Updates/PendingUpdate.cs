using Temporalio.Api.Enums.V1;
using Temporalio.Api.Update.V1;

namespace TemporalVideo.DevServer.Executions.Updates;

/// <summary>An update without an outcome, and those who wait for it. In memory only: clients repeat a call that a restart has cut
/// off.</summary>
internal sealed class PendingUpdate(string id, Request? request)
{
    private readonly TaskCompletionSource _accepted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Outcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id { get; } = id;

    /// <summary>Null when a restart has found the update accepted already.</summary>
    public Request? Request { get; } = request;

    /// <summary>The workflow task under way carries it.</summary>
    public bool IsDelivered { get; set; }

    /// <summary>The worker has accepted it, in a transaction that may still be under way.</summary>
    public bool IsAccepted { get; set; }

    public UpdateWorkflowExecutionLifecycleStage Stage =>
        _outcome.Task.IsCompleted ? UpdateWorkflowExecutionLifecycleStage.Completed
        : _accepted.Task.IsCompleted ? UpdateWorkflowExecutionLifecycleStage.Accepted
        : UpdateWorkflowExecutionLifecycleStage.Admitted;

    /// <summary>The outcome once there is one; throws when the update was aborted.</summary>
    public Outcome? Outcome => _outcome.Task.IsCompleted ? _outcome.Task.GetAwaiter().GetResult() : null;

    public void Accept() => _accepted.TrySetResult();

    public void Complete(Outcome outcome)
    {
        _accepted.TrySetResult();
        _outcome.TrySetResult(outcome);
    }

    public void Abort(Exception reason)
    {
        _accepted.TrySetResult();
        if (_outcome.TrySetException(reason))
        {
            _ = _outcome.Task.Exception;
        }
    }

    /// <summary>Waits until the stage is reached; the caller sees by <see cref="Stage"/> whether it was, or time was up.</summary>
    public async Task WaitAsync(UpdateWorkflowExecutionLifecycleStage stage, CancellationToken timeUp)
    {
        Task reached = stage == UpdateWorkflowExecutionLifecycleStage.Completed ? _outcome.Task : _accepted.Task;
        await Task.WhenAny(reached, Task.Delay(Timeout.Infinite, timeUp)).ConfigureAwait(false);
    }
}
