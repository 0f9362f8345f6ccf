using Temporalio.Common;

namespace Temporalio.Workflows;

/// <summary>How an activity is run. <see cref="ScheduleToCloseTimeout"/> or <see cref="StartToCloseTimeout"/> is required.</summary>
public class ActivityOptions : ICloneable
{
    /// <summary>Longest time from scheduling to the final outcome, over all attempts.</summary>
    public TimeSpan? ScheduleToCloseTimeout { get; set; }

    /// <summary>Longest time an attempt may wait for a worker. It is not retried.</summary>
    public TimeSpan? ScheduleToStartTimeout { get; set; }

    /// <summary>Longest time of one attempt.</summary>
    public TimeSpan? StartToCloseTimeout { get; set; }

    /// <summary>Longest time between heartbeats; null means none are expected.</summary>
    public TimeSpan? HeartbeatTimeout { get; set; }

    /// <summary>How failed attempts are retried; null means the server's default.</summary>
    public RetryPolicy? RetryPolicy { get; set; }

    /// <summary>What cancelling does. Default: <see cref="ActivityCancellationType.TryCancel"/>.</summary>
    public ActivityCancellationType CancellationType { get; set; } = ActivityCancellationType.TryCancel;

    /// <summary>Cancels the activity. Default: <see cref="Workflow.CancellationToken"/>.</summary>
    public CancellationToken? CancellationToken { get; set; }

    /// <summary>Task queue whose workers run it; null means the workflow's.</summary>
    public string? TaskQueue { get; set; }

    /// <summary>Id unique among the running activities; null means one is made. Usually left alone.</summary>
    public string? ActivityId { get; set; }

    /// <summary>Whether it must go through the task queue even if this worker could start it at once.</summary>
    public bool DisableEagerActivityExecution { get; set; }

    /// <summary>One line for people, shown by tools.</summary>
    public string? Summary { get; set; }

    /// <summary>Priority among the tasks of the queue.</summary>
    public Priority? Priority { get; set; }

    /// <summary>Copies the options; the retry policy is shared.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
