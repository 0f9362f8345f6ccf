using Temporalio.Api.Enums.V1;
using Temporalio.Client;

namespace TemporalVideo.TypeScript.Tests;

/// <summary>Waits for what the server shows.</summary>
internal static class Waiting
{
    /// <summary>Waits for a condition of the server's state.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await condition())
        {
            await Task.Delay(20, limit.Token);
        }
    }

    /// <summary>Waits until a workflow has so many events of a type.</summary>
    public static Task UntilEventsAsync(WorkflowHandle handle, EventType type, int count = 1) =>
        UntilAsync(async () => (await handle.FetchHistoryAsync()).Events.Count(e => e.EventType == type) >= count);
}
