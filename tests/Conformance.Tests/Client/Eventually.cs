namespace TemporalVideo.Conformance.Tests.Client;

/// <summary>
/// For what a server acknowledges before it shows: visibility, and schedules, which take an update as a signal to a workflow of their own.
/// </summary>
internal static class Eventually
{
    /// <summary>Reads until <paramref name="done"/> is content.</summary>
    /// <exception cref="OperationCanceledException">Thirty seconds were not enough.</exception>
    public static async Task<T> BecomesAsync<T>(Func<Task<T>> read, Func<T, bool> done)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        for (var value = await read(); ; value = await read())
        {
            if (done(value))
            {
                return value;
            }

            await Task.Delay(50, limit.Token);
        }
    }
}
