using Temporalio.Api.Enums.V1;
using Temporalio.Common;

namespace Temporalio.Workflows;

/// <summary>How a child workflow is started.</summary>
public class ChildWorkflowOptions : ICloneable
{
    /// <summary>Workflow id; null means a random one, the same on replay.</summary>
    public string? Id { get; set; }

    /// <summary>Task queue; null means the parent's.</summary>
    public string? TaskQueue { get; set; }

    /// <summary>Longest time of the child including retries and continued runs; null means none.</summary>
    public TimeSpan? ExecutionTimeout { get; set; }

    /// <summary>Longest time of one run; null means none.</summary>
    public TimeSpan? RunTimeout { get; set; }

    /// <summary>Longest time of one workflow task; null means the server's default, 10 s.</summary>
    public TimeSpan? TaskTimeout { get; set; }

    /// <summary>Whether an id that was used before may be used again. Default: yes.</summary>
    public WorkflowIdReusePolicy IdReusePolicy { get; set; } = WorkflowIdReusePolicy.AllowDuplicate;

    /// <summary>How a failed run is retried; null means not.</summary>
    public RetryPolicy? RetryPolicy { get; set; }

    /// <summary>Cron expression, or null.</summary>
    public string? CronSchedule { get; set; }

    /// <summary>Memo, or null.</summary>
    public IReadOnlyDictionary<string, object>? Memo { get; set; }

    /// <summary>Search attributes, or null.</summary>
    public SearchAttributeCollection? TypedSearchAttributes { get; set; }

    /// <summary>What happens to the child when the parent closes. Default: it is terminated.</summary>
    public ParentClosePolicy ParentClosePolicy { get; set; } = ParentClosePolicy.Terminate;

    /// <summary>What cancelling does. Default: ask and wait for the end.</summary>
    public ChildWorkflowCancellationType CancellationType { get; set; } = ChildWorkflowCancellationType.WaitCancellationCompleted;

    /// <summary>Cancels the child. Default: <see cref="Workflow.CancellationToken"/>.</summary>
    public CancellationToken? CancellationToken { get; set; }

    /// <summary>One line for people, shown by tools.</summary>
    public string? StaticSummary { get; set; }

    /// <summary>Several lines for people, in Markdown.</summary>
    public string? StaticDetails { get; set; }

    /// <summary>Priority among the tasks of the queue.</summary>
    public Priority? Priority { get; set; }

    /// <summary>Copies the options; what they refer to is shared.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
