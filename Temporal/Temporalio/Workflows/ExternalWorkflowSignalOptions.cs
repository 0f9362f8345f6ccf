namespace Temporalio.Workflows;

/// <summary>How a signal is sent to another workflow.</summary>
public class ExternalWorkflowSignalOptions : ICloneable
{
    /// <summary>Ends the wait for the signal's arrival. Default: <see cref="Workflow.CancellationToken"/>.</summary>
    public CancellationToken? CancellationToken { get; set; }

    /// <summary>Copies the options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
