namespace Temporalio.Workflows;

/// <summary>Lets one part of a workflow go on at a time, in the order in which they asked. Deterministic.</summary>
public class Mutex
{
    private readonly Semaphore _semaphore = new(1);

    /// <summary>Waits for the turn.</summary>
    /// <param name="cancellationToken">Ends the wait. Default: <see cref="Workflow.CancellationToken"/>.</param>
    /// <returns>Completes when the turn has come; <see cref="ReleaseMutex"/> ends it.</returns>
    public Task WaitOneAsync(CancellationToken? cancellationToken = null) => _semaphore.WaitAsync(cancellationToken);

    /// <summary>Waits for the turn, but not for ever.</summary>
    /// <param name="timeout">Longest wait.</param>
    /// <param name="cancellationToken">Ends the wait. Default: <see cref="Workflow.CancellationToken"/>.</param>
    /// <returns>Whether the turn has come.</returns>
    public Task<bool> WaitOneAsync(TimeSpan timeout, CancellationToken? cancellationToken = null) =>
        _semaphore.WaitAsync(timeout, cancellationToken);

    /// <summary>Ends the turn.</summary>
    /// <exception cref="InvalidOperationException">There was no turn to end.</exception>
    public void ReleaseMutex() => _semaphore.Release();
}
