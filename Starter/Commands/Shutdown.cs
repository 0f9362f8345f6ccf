namespace TemporalVideo.Starter.Commands;

/// <summary>Waits for Ctrl-C or a termination signal.</summary>
internal static class Shutdown
{
    public static async Task RequestedAsync(CancellationToken cancellationToken)
    {
        var requested = new TaskCompletionSource();
        await using var registration = cancellationToken.Register(requested.SetResult);
        await requested.Task;
    }
}
