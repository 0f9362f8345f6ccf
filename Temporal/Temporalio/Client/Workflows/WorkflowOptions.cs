using System.Linq.Expressions;
using Temporalio.Api.Enums.V1;
using Temporalio.Common;
using Temporalio.Workflows;

namespace Temporalio.Client;

/// <summary>Options of starting a workflow; <see cref="Id" /> and <see cref="TaskQueue" /> are required.</summary>
public class WorkflowOptions : ICloneable
{
    /// <summary>Default options.</summary>
    public WorkflowOptions()
    {
    }

    /// <summary>Default options with what is required.</summary>
    public WorkflowOptions(string id, string taskQueue)
    {
        Id = id;
        TaskQueue = taskQueue;
    }

    /// <summary>Workflow id.</summary>
    public string? Id { get; set; }

    /// <summary>Task queue on which workers find it.</summary>
    public string? TaskQueue { get; set; }

    /// <summary>One line about this workflow, shown by the UI and the CLI.</summary>
    public string? StaticSummary { get; set; }

    /// <summary>Text about this workflow, shown by the UI and the CLI.</summary>
    public string? StaticDetails { get; set; }

    /// <summary>Time for all its runs together; null means no limit.</summary>
    public TimeSpan? ExecutionTimeout { get; set; }

    /// <summary>Time for one run; null means no limit.</summary>
    public TimeSpan? RunTimeout { get; set; }

    /// <summary>Time for one workflow task; null means the server's default, 10 s.</summary>
    public TimeSpan? TaskTimeout { get; set; }

    /// <summary>What to do if a closed workflow has the id. Default: start.</summary>
    public WorkflowIdReusePolicy IdReusePolicy { get; set; } = WorkflowIdReusePolicy.AllowDuplicate;

    /// <summary>What to do if a running workflow has the id. Default: fail; must be set for an update with start.</summary>
    public WorkflowIdConflictPolicy IdConflictPolicy { get; set; } = WorkflowIdConflictPolicy.Unspecified;

    /// <summary>How the workflow is retried after a failure; null means not.</summary>
    public RetryPolicy? RetryPolicy { get; set; }

    /// <summary>Cron expression by which it runs again and again; null means once.</summary>
    public string? CronSchedule { get; set; }

    /// <summary>Values kept with the workflow, shown in descriptions and lists; no nulls.</summary>
    public IReadOnlyDictionary<string, object>? Memo { get; set; }

    /// <summary>Search attributes.</summary>
    public SearchAttributeCollection? TypedSearchAttributes { get; set; }

    /// <summary>Time to wait before its first workflow task; not with a cron schedule.</summary>
    public TimeSpan? StartDelay { get; set; }

    /// <summary>Signal to send to the workflow, which is started only if it is not running; null means a plain start.</summary>
    public string? StartSignal { get; set; }

    /// <summary>Arguments of the signal.</summary>
    public IReadOnlyCollection<object?>? StartSignalArgs { get; set; }

    /// <summary>Allows the first workflow task to be handed to a worker of this client; a hint, which this SDK does not pass on.</summary>
    public bool RequestEagerStart { get; set; }

    /// <summary>Options of the call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Priority of its tasks.</summary>
    public Priority? Priority { get; set; }

    /// <summary>Sends a signal, and starts the workflow if it is not running.</summary>
    public void SignalWithStart<TWorkflow>(Expression<Func<TWorkflow, Task>> signalCall)
    {
        var (method, args) = ExpressionUtil.ExtractCall(signalCall);
        SignalWithStart(WorkflowSignalDefinition.NameFromMethodForCall(method), args);
    }

    /// <summary>Sends a signal, and starts the workflow if it is not running.</summary>
    public void SignalWithStart(string signal, IReadOnlyCollection<object?> args)
    {
        StartSignal = signal;
        StartSignalArgs = args;
    }

    /// <summary>A copy.</summary>
    public virtual object Clone()
    {
        var copy = (WorkflowOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
