using Temporalio.Common;

namespace Temporalio.Workflows;

/// <summary>How a local activity is run. <see cref="ScheduleToCloseTimeout"/> or <see cref="StartToCloseTimeout"/> is required.</summary>
public class LocalActivityOptions : ICloneable
{
    /// <summary>Longest time from the first scheduling to the final outcome, over all attempts.</summary>
    public TimeSpan? ScheduleToCloseTimeout { get; set; }

    /// <summary>Longest time to wait for a slot of the worker.</summary>
    public TimeSpan? ScheduleToStartTimeout { get; set; }

    /// <summary>Longest time of one attempt.</summary>
    public TimeSpan? StartToCloseTimeout { get; set; }

    /// <summary>How failed attempts are retried.</summary>
    public RetryPolicy? RetryPolicy { get; set; }

    /// <summary>Longest wait between attempts inside of the workflow task; a longer one becomes a timer. Default: 1 minute.</summary>
    public TimeSpan? LocalRetryThreshold { get; set; }

    /// <summary>What cancelling does. Default: <see cref="ActivityCancellationType.TryCancel"/>.</summary>
    public ActivityCancellationType CancellationType { get; set; } = ActivityCancellationType.TryCancel;

    /// <summary>Cancels the activity. Default: <see cref="Workflow.CancellationToken"/>.</summary>
    public CancellationToken? CancellationToken { get; set; }

    /// <summary>Id unique among the running activities; null means one is made. Usually left alone.</summary>
    public string? ActivityId { get; set; }

    /// <summary>One line for people, shown by tools.</summary>
    public string? Summary { get; set; }

    /// <summary>Copies the options; the retry policy is shared.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
