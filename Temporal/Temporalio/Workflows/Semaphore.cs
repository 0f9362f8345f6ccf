namespace Temporalio.Workflows;

/// <summary>Lets a limited number of parts of one workflow go on at once, in the order in which they asked. Deterministic.</summary>
public class Semaphore
{
    /// <summary>Makes a semaphore that is wholly free.</summary>
    /// <param name="initialCount">How many may go on at once.</param>
    public Semaphore(int initialCount)
        : this(initialCount, initialCount)
    {
    }

    /// <summary>Makes a semaphore.</summary>
    /// <param name="initialCount">How many may go on at first.</param>
    /// <param name="maxCount">How many may go on at once.</param>
    /// <exception cref="ArgumentOutOfRangeException">The counts are negative, or the first is above the second.</exception>
    public Semaphore(int initialCount, int maxCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(initialCount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(initialCount, maxCount);
        CurrentCount = initialCount;
        Max = maxCount;
    }

    /// <summary>How many may go on at once.</summary>
    public int Max { get; }

    /// <summary>How many more may go on now.</summary>
    public int CurrentCount { get; private set; }

    /// <summary>Waits for a turn.</summary>
    /// <param name="cancellationToken">Ends the wait. Default: <see cref="Workflow.CancellationToken"/>.</param>
    /// <returns>Completes when the turn has come; <see cref="Release()"/> ends it.</returns>
    public Task WaitAsync(CancellationToken? cancellationToken = null) => WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Waits for a turn, but not for ever.</summary>
    /// <param name="millisecondsTimeout">Longest wait, in milliseconds; -1 means no limit.</param>
    /// <param name="cancellationToken">Ends the wait. Default: <see cref="Workflow.CancellationToken"/>.</param>
    /// <returns>Whether the turn has come.</returns>
    public Task<bool> WaitAsync(int millisecondsTimeout, CancellationToken? cancellationToken = null) =>
        WaitAsync(TimeSpan.FromMilliseconds(millisecondsTimeout), cancellationToken);

    /// <summary>Waits for a turn, but not for ever.</summary>
    /// <param name="timeout">Longest wait; <see cref="Timeout.InfiniteTimeSpan"/> means no limit.</param>
    /// <param name="cancellationToken">Ends the wait. Default: <see cref="Workflow.CancellationToken"/>.</param>
    /// <returns>Whether the turn has come.</returns>
    public async Task<bool> WaitAsync(TimeSpan timeout, CancellationToken? cancellationToken = null)
    {
        // Conditions are released one at a time, the oldest first, so nobody else takes the turn in between.
        if (!await Workflow.WaitConditionAsync(() => CurrentCount > 0, timeout, cancellationToken))
        {
            return false;
        }

        CurrentCount--;
        return true;
    }

    /// <summary>Ends a turn.</summary>
    /// <returns>How many might go on before.</returns>
    /// <exception cref="InvalidOperationException">There was no turn to end.</exception>
    public int Release() => CurrentCount < Max
        ? CurrentCount++
        : throw new InvalidOperationException("The semaphore is wholly free; nothing is to be released");
}
