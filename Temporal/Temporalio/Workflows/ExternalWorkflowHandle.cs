namespace Temporalio.Workflows;

/// <summary>Another workflow, to be signalled or cancelled from this one.</summary>
public class ExternalWorkflowHandle
{
    internal ExternalWorkflowHandle(string id, string? runId)
    {
        Id = id;
        RunId = runId;
    }

    /// <summary>Workflow id.</summary>
    public string Id { get; }

    /// <summary>Run id; null means the latest run.</summary>
    public string? RunId { get; }

    /// <summary>Signals the workflow and waits until the signal has arrived.</summary>
    /// <param name="signal">Signal name.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options.</param>
    /// <returns>Completes on arrival.</returns>
    /// <exception cref="Exceptions.ApplicationFailureException">There is no such workflow.</exception>
    public Task SignalAsync(string signal, IReadOnlyCollection<object?> args, ExternalWorkflowSignalOptions? options = null) =>
        Workflow.Context.Outbound.SignalExternalWorkflowAsync(new(Id, RunId, signal, args, options, null));

    /// <summary>Asks the workflow to cancel and waits until the request has arrived.</summary>
    /// <returns>Completes on arrival.</returns>
    /// <exception cref="Exceptions.ApplicationFailureException">There is no such workflow.</exception>
    public Task CancelAsync() => Workflow.Context.Outbound.CancelExternalWorkflowAsync(new(Id, RunId));
}
