using Temporalio.Api.History.V1;
using Temporalio.Client;
using Temporalio.Worker;

namespace Temporalio.Tests.Worker;

/// <summary>A worker on a task queue of its own, for as long as a test runs.</summary>
internal static class TestWorker
{
    /// <summary>How a worker may keep runs: in memory, or not at all.</summary>
    public static TheoryData<int> CacheSizes => new(1000, 0);

    public static async Task RunAsync(ITemporalClient client, Action<TemporalWorkerOptions> configure, Func<string, Task> test)
    {
        var taskQueue = $"tq-{Guid.NewGuid():N}";
        var options = new TemporalWorkerOptions(taskQueue);
        configure(options);
        using var worker = new TemporalWorker(client, options);
        await worker.ExecuteAsync(() => test(taskQueue));
    }

    /// <summary>Options of a new workflow. A workflow that hangs fails its test instead of stopping all.</summary>
    public static WorkflowOptions Options(string taskQueue) => new($"wf-{Guid.NewGuid():N}", taskQueue)
    {
        ExecutionTimeout = TimeSpan.FromSeconds(60),
    };

    public static async Task<IReadOnlyList<HistoryEvent>> EventsAsync(WorkflowHandle handle) =>
        [.. (await handle.FetchHistoryAsync()).Events];

    /// <summary>Waits for a condition of the server's state.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await condition())
        {
            await Task.Delay(50, limit.Token);
        }
    }
}
