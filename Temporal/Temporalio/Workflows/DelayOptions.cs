namespace Temporalio.Workflows;

/// <summary>A delay with what goes with it.</summary>
public class DelayOptions : ICloneable
{
    /// <summary>Makes options without a delay.</summary>
    public DelayOptions()
    {
    }

    /// <summary>Makes options of a delay.</summary>
    /// <param name="delay">See <see cref="Delay"/>.</param>
    /// <param name="summary">See <see cref="Summary"/>.</param>
    /// <param name="cancellationToken">See <see cref="CancellationToken"/>.</param>
    public DelayOptions(TimeSpan delay, string? summary = null, CancellationToken? cancellationToken = null)
    {
        Delay = delay;
        Summary = summary;
        CancellationToken = cancellationToken;
    }

    /// <summary>How long; <see cref="Timeout.InfiniteTimeSpan"/> waits for cancellation only.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>One line for people, shown by tools.</summary>
    public string? Summary { get; set; }

    /// <summary>Ends the delay. Default: <see cref="Workflow.CancellationToken"/>.</summary>
    public CancellationToken? CancellationToken { get; set; }

    /// <summary>Copies the options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
