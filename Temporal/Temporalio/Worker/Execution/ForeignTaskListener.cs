using System.Diagnostics.Tracing;

namespace Temporalio.Worker.Execution;

/// <summary>
/// Listens to the task library while workflow code runs, and reports what leaves the workflow's scheduler: <c>Task.Run</c>,
/// <c>Task.Delay</c> and continuations without the captured scheduler.
/// </summary>
internal sealed class ForeignTaskListener : EventListener
{
    private const string Source = "System.Threading.Tasks.TplEventSource";
    private const int TaskScheduled = 7;
    private const int AwaitTaskContinuationScheduled = 12;
    private const int TraceOperationBegin = 14;

    // The keywords of the source for task transfers, and for causality, which names delays.
    private const EventKeywords TasksAndCausality = (EventKeywords)(0x1 | 0x2 | 0x8);

    private static readonly Lazy<ForeignTaskListener> Listener = new(() => new());

    [ThreadStatic]
    private static WorkflowContext? _watched;

    /// <summary>Watches the present thread until what is returned is disposed.</summary>
    public static IDisposable Watch(WorkflowContext context)
    {
        _ = Listener.Value;
        _watched = context;
        return new Watcher();
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Source)
        {
            EnableEvents(eventSource, EventLevel.Informational, TasksAndCausality);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (_watched is not { } context)
        {
            return;
        }

        switch (eventData.EventId)
        {
            case TaskScheduled when eventData.Payload is [int scheduler, ..] && scheduler != context.Scheduler.Id:
                context.ReportForeignWork("a task was given to another scheduler, as Task.Run does");
                break;
            case AwaitTaskContinuationScheduled:
                context.ReportForeignWork("a continuation was given to the thread pool, as ConfigureAwait(false) does");
                break;
            case TraceOperationBegin when eventData.Payload is [_, "Task.Delay", ..]:
                context.ReportForeignWork("Task.Delay was called");
                break;
        }
    }

    private sealed class Watcher : IDisposable
    {
        public void Dispose() => _watched = null;
    }
}
