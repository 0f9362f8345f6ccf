using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using TemporalVideo.DevServer.Host.Load;
using TemporalVideo.DevServer.Tests.Executions;

namespace TemporalVideo.DevServer.Tests.Durability.Load;

/// <summary>Starts one workflow of the load and talks to it, one call after the other; keeps what it was told.</summary>
/// <param name="client">The connection, shared.</param>
/// <param name="progress">Counts the answers.</param>
/// <param name="id">The workflow's id.</param>
/// <param name="queue">The worker's task queue.</param>
internal sealed class LoadClient(TemporalClient client, Progress progress, string id, string queue)
{
    private readonly Random _random = new(id.GetHashCode(StringComparison.Ordinal));

    public WorkflowHandle<LoadWorkflow> Handle => client.GetWorkflowHandle<LoadWorkflow>(id);

    public string RunId { get; private set; } = "";

    /// <summary>The items of acknowledged signals.</summary>
    public List<string> Signals { get; } = [];

    /// <summary>The items of completed updates, and what each was answered.</summary>
    public List<(string Item, int Answer)> Updates { get; } = [];

    public LoadResult? Result { get; private set; }

    /// <summary>Gives work, round after round, until told to stop; then waits for the result.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        RunId = await StartAsync();
        for (var round = 0; !stop.IsCancellationRequested; round++)
        {
            var item = $"s{round}";
            await SignalAsync("WorkOn", item);
            Signals.Add(item);
            item = $"u{round}";
            Updates.Add((item, await UpdateAsync(item)));
            await Task.WhenAny(Task.Delay(_random.Next(200, 1000), stop));
        }

        await SignalAsync("Finish", null);
        Result = await Persistent.CallAsync(() => Handle.GetResultAsync<LoadResult>(), progress.AddLost);
    }

    private Task<string> StartAsync()
    {
        var request = new StartWorkflowExecutionRequest
        {
            Namespace = "default",
            WorkflowId = id,
            WorkflowType = new() { Name = nameof(LoadWorkflow) },
            TaskQueue = new() { Name = queue },
            WorkflowTaskTimeout = Duration.FromTimeSpan(TimeSpan.FromSeconds(1)),
            RequestId = id,
        };
        return AnsweredAsync(async () => (await client.Connection.WorkflowService.StartWorkflowExecutionAsync(request)).RunId);
    }

    private Task SignalAsync(string name, string? item)
    {
        var request = new SignalWorkflowExecutionRequest
        {
            Namespace = "default",
            WorkflowExecution = new() { WorkflowId = id },
            SignalName = name,
            Input = item is null ? null : Values.Of(item),
            RequestId = $"{id}/{name}/{item}",
        };
        return AnsweredAsync(() => client.Connection.WorkflowService.SignalWorkflowExecutionAsync(request));
    }

    private Task<int> UpdateAsync(string item) => AnsweredAsync(() =>
        Handle.ExecuteUpdateAsync(workflow => workflow.AddAsync(item), new WorkflowUpdateOptions { Id = item }));

    private async Task<T> AnsweredAsync<T>(Func<Task<T>> call)
    {
        var answer = await Persistent.CallAsync(call, progress.AddLost);
        progress.Add();
        return answer;
    }
}
