namespace TemporalVideo.EndToEnd.Tests;

/// <summary>Waiting for what other processes do.</summary>
internal static class Until
{
    /// <summary>Waits until something is so; fails when it takes too long.</summary>
    public static async Task TrueAsync(Func<bool> there, TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!there())
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }
}
