namespace Temporalio.Worker.Pollers;

/// <summary>Waits between failed polls: from 200 ms (1 s when the server is exhausted), doubled up to 10 s, with jitter.</summary>
internal sealed class Backoff
{
    /// <summary>The first wait.</summary>
    public static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan FirstWhenExhausted = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Failures in a row.</summary>
    public int Failures { get; private set; }

    public void Reset() => Failures = 0;

    public TimeSpan Next(bool exhausted)
    {
        const double Jitter = 0.2;
        const int MaximumDoublings = 10;
        var wait = (exhausted ? FirstWhenExhausted : First) * (1 << Math.Min(Failures++, MaximumDoublings));
        wait = wait < Longest ? wait : Longest;
        return wait * (1 - Jitter + (2 * Jitter * Random.Shared.NextDouble()));
    }
}
