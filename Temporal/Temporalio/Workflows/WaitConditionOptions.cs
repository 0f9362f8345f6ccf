namespace Temporalio.Workflows;

/// <summary>A condition to wait for with what goes with it.</summary>
public class WaitConditionOptions : ICloneable
{
    /// <summary>Makes options without a condition.</summary>
    public WaitConditionOptions()
    {
    }

    /// <summary>Makes options of a condition.</summary>
    /// <param name="conditionCheck">See <see cref="ConditionCheck"/>.</param>
    /// <param name="timeout">See <see cref="Timeout"/>.</param>
    /// <param name="timeoutSummary">See <see cref="TimeoutSummary"/>.</param>
    /// <param name="cancellationToken">See <see cref="CancellationToken"/>.</param>
    public WaitConditionOptions(
        Func<bool> conditionCheck, TimeSpan? timeout = null, string? timeoutSummary = null, CancellationToken? cancellationToken = null)
    {
        ConditionCheck = conditionCheck;
        Timeout = timeout;
        TimeoutSummary = timeoutSummary;
        CancellationToken = cancellationToken;
    }

    /// <summary>The condition; it must have no effects.</summary>
    public Func<bool>? ConditionCheck { get; set; }

    /// <summary>Longest wait, or null.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>One line for people about the timer.</summary>
    public string? TimeoutSummary { get; set; }

    /// <summary>Ends the wait. Default: <see cref="Workflow.CancellationToken"/>.</summary>
    public CancellationToken? CancellationToken { get; set; }

    /// <summary>Copies the options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
