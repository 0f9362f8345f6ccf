using Temporalio.Worker.Runs;

namespace Temporalio.Worker.Execution;

/// <summary>What workflow code waits for, by kind and number.</summary>
internal sealed class PendingResults
{
    public Dictionary<uint, TaskCompletionSource> Timers { get; } = [];

    public Dictionary<uint, TaskCompletionSource<WorkflowJob>> Activities { get; } = [];

    public Dictionary<uint, TaskCompletionSource<WorkflowJob.ChildStarted>> ChildStarts { get; } = [];

    public Dictionary<uint, TaskCompletionSource<WorkflowJob.ChildResolved>> Children { get; } = [];

    public Dictionary<uint, TaskCompletionSource<WorkflowJob.SignalExternalResolved>> Signals { get; } = [];

    public Dictionary<uint, TaskCompletionSource<WorkflowJob.CancelExternalResolved>> Cancels { get; } = [];

    /// <summary>Gives an outcome to who waits for it. Outcomes that nobody waits for any more are dropped.</summary>
    public void Resolve(WorkflowJob job)
    {
        switch (job)
        {
            case WorkflowJob.TimerFired timer when Timers.Remove(timer.Seq, out var source):
                source.TrySetResult();
                break;
            case WorkflowJob.ActivityResolved activity when Activities.Remove(activity.Seq, out var source):
                source.TrySetResult(activity);
                break;
            case WorkflowJob.LocalActivityBackoff backoff when Activities.Remove(backoff.Seq, out var source):
                source.TrySetResult(backoff);
                break;
            case WorkflowJob.ChildStarted started when ChildStarts.Remove(started.Seq, out var source):
                source.TrySetResult(started);
                break;
            case WorkflowJob.ChildResolved child when Children.Remove(child.Seq, out var source):
                source.TrySetResult(child);
                break;
            case WorkflowJob.SignalExternalResolved signal when Signals.Remove(signal.Seq, out var source):
                source.TrySetResult(signal);
                break;
            case WorkflowJob.CancelExternalResolved cancel when Cancels.Remove(cancel.Seq, out var source):
                source.TrySetResult(cancel);
                break;
        }
    }
}
