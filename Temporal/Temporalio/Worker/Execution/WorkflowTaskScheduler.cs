using System.Collections.Concurrent;

namespace Temporalio.Worker.Execution;

/// <summary>Runs the tasks of one workflow, first in first out, on whatever thread carries the activation, and only then.</summary>
internal sealed class WorkflowTaskScheduler(WorkflowContext context) : TaskScheduler
{
    private readonly ConcurrentQueue<Task> _queue = new();

    /// <summary>The workflow whose tasks these are.</summary>
    public WorkflowContext Context => context;

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>The workflow whose code runs here, if any.</summary>
    public static WorkflowContext? CurrentContext => (Current as WorkflowTaskScheduler)?.Context;

    /// <summary>Starts a task that runs when its turn comes.</summary>
    public Task Queue(Func<Task> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, this).Unwrap();

    /// <summary>Starts a synchronous task that runs when its turn comes.</summary>
    public Task Queue(Action work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, this);

    /// <summary>Runs queued tasks and what they queue, until there are none or the workflow has faulted.</summary>
    public void RunUntilIdle()
    {
        while (context.Fault is null && _queue.TryDequeue(out var task))
        {
            TryExecuteTask(task);
        }
    }

    protected override IEnumerable<Task> GetScheduledTasks() => [.. _queue];

    protected override void QueueTask(Task task)
    {
        if (!context.AcceptsWorkHere)
        {
            // Something outside of the workflow, such as a framework timer, continues workflow code. On replay it would not come at this point.
            context.ReportForeignWork("a continuation came from outside of the workflow, as Task.Delay or an external task causes it");
        }

        _queue.Enqueue(task);
    }

    /// <summary>Never inline: everything takes its turn, so that the order is the same each time.</summary>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;
}
