using System.Linq.Expressions;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Client;
using Temporalio.Worker;

namespace TemporalVideo.Conformance.Tests.Sdk;

/// <summary>A worker on a task queue of its own, for as long as a test runs.</summary>
internal sealed record TestWorker(TemporalClient Client, string TaskQueue, TemporalWorkerOptions Options)
{
    /// <summary>How a worker may keep runs: in memory, or not at all.</summary>
    public static TheoryData<int> CacheSizes => new(1000, 0);

    public static async Task RunAsync(
        WorkerServerFixture server, int cacheSize, Action<TemporalWorkerOptions> configure, Func<TestWorker, Task> test)
    {
        var client = await server.ClientAsync();
        var options = new TemporalWorkerOptions($"tq-{Guid.NewGuid():N}")
        {
            MaxCachedWorkflows = cacheSize,

            // Activities learn from their heartbeats that they are cancelled: soon, also where a heartbeat may stay away for long.
            MaxHeartbeatThrottleInterval = TimeSpan.FromMilliseconds(200),
        };
        configure(options);
        using var worker = new TemporalWorker(client, options);
        await worker.ExecuteAsync(() => test(new(client, options.TaskQueue!, options)));
    }

    /// <summary>Options of a new workflow. A workflow that hangs fails its test instead of stopping all.</summary>
    public WorkflowOptions NewWorkflow() => new($"wf-{Guid.NewGuid():N}", TaskQueue) { ExecutionTimeout = TimeSpan.FromSeconds(40) };

    public Task<WorkflowHandle<T>> StartAsync<T>(Expression<Func<T, Task>> run) => Client.StartWorkflowAsync(run, NewWorkflow());

    public Task<WorkflowHandle<T, TResult>> StartAsync<T, TResult>(Expression<Func<T, Task<TResult>>> run) =>
        Client.StartWorkflowAsync(run, NewWorkflow());

    public static async Task<IReadOnlyList<HistoryEvent>> EventsAsync(WorkflowHandle handle) =>
        [.. (await handle.FetchHistoryAsync()).Events];

    /// <summary>Types of the events that are not about workflow tasks.</summary>
    public static async Task<IReadOnlyList<EventType>> TypesAsync(WorkflowHandle handle) =>
        [.. (await EventsAsync(handle)).Select(e => e.EventType).Where(t => !$"{t}".StartsWith("WorkflowTask", StringComparison.Ordinal))];

    /// <summary>Replays the history from scratch: the code must do the same again.</summary>
    public async Task<IReadOnlyList<HistoryEvent>> ReplayAsync(WorkflowHandle handle)
    {
        var options = new WorkflowReplayerOptions { WorkflowFailureExceptionTypes = Options.WorkflowFailureExceptionTypes };
        foreach (var workflow in Options.Workflows)
        {
            options.AddWorkflow(workflow);
        }

        var history = await handle.FetchHistoryAsync();
        await new WorkflowReplayer(options).ReplayWorkflowAsync(history);
        return [.. history.Events];
    }

    /// <summary>Waits for a condition of the server's state.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await condition())
        {
            await Task.Delay(50, limit.Token);
        }
    }

    /// <summary>Waits until a history has an event.</summary>
    public static Task UntilEventAsync(WorkflowHandle handle, EventType type) =>
        UntilAsync(async () => (await EventsAsync(handle)).Any(e => e.EventType == type));
}
