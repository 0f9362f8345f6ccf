namespace Temporalio.Workflows;

/// <summary>A started child workflow.</summary>
public abstract class ChildWorkflowHandle
{
    /// <summary>Workflow id.</summary>
    public abstract string Id { get; }

    /// <summary>Run id of the child's first run.</summary>
    public abstract string FirstExecutionRunId { get; }

    /// <summary>Waits for the end of the child.</summary>
    /// <returns>Completes when the child has succeeded.</returns>
    /// <exception cref="Exceptions.ChildWorkflowFailureException">The child did not succeed.</exception>
    public Task GetResultAsync() => GetResultAsync<ValueTuple>();

    /// <summary>Waits for the result of the child.</summary>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <returns>The result.</returns>
    /// <exception cref="Exceptions.ChildWorkflowFailureException">The child did not succeed.</exception>
    public abstract Task<TResult> GetResultAsync<TResult>();

    /// <summary>Signals the child and waits until the signal has arrived.</summary>
    /// <param name="signal">Signal name.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options.</param>
    /// <returns>Completes on arrival.</returns>
    public abstract Task SignalAsync(string signal, IReadOnlyCollection<object?> args, ChildWorkflowSignalOptions? options = null);
}
