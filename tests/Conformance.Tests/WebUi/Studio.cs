using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Worker;
using TemporalVideo.Conformance.Tests.WebUi.Sample;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.Conformance.Tests.WebUi;

/// <summary>A server with a worker of the sample workflows on it.</summary>
internal sealed class Studio : IAsyncDisposable
{
    public const string TaskQueue = "studio";

    /// <summary>After that a test has failed.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly IAsyncDisposable _server;
    private readonly CancellationTokenSource _stop = new();
    private readonly TemporalWorker _worker;
    private readonly Task _working;

    private Studio(IAsyncDisposable server, TemporalClient client, string? webUi = null)
    {
        WebUi = webUi;
        _server = server;
        Client = client;
        _worker = new TemporalWorker(client, new TemporalWorkerOptions(TaskQueue) { WorkflowStackTrace = WorkflowStackTrace.Normal }
            .AddActivity(StudioActivities.Prepare)
            .AddActivity(StudioActivities.Light)
            .AddActivity(StudioActivities.FilmAsync)
            .AddActivity(StudioActivities.Jam)
            .AddWorkflow<StudioWorkflow>()
            .AddWorkflow<CateringWorkflow>());
        _working = _worker.ExecuteAsync(_stop.Token);
    }

    public TemporalClient Client { get; }

    /// <summary><c>address:port</c> of the server's own Web UI, where it was asked for.</summary>
    public string? WebUi { get; }

    /// <summary>Starts the embedded server.</summary>
    /// <param name="webUiFolder">The built Web UI that it is to serve; null for none.</param>
    public static async Task<Studio> OnEmbeddedServerAsync(string? webUiFolder = null)
    {
        var server = await EmbeddedServer.StartAsync(options => options with
        {
            WebUiPort = webUiFolder is null ? null : 0,
            WebUiFolder = webUiFolder,
            SearchAttributes = new Dictionary<string, IndexedValueType> { [StudioAttributes.Stage.Name] = IndexedValueType.Keyword },
        });
        return new(server, await TemporalClient.ConnectAsync(new(server.TargetHost)), server.WebUiHost);
    }

    public static async Task<Studio> OnRealServerAsync()
    {
        var server = await RealServer.StartAsync("--search-attribute", $"{StudioAttributes.Stage.Name}=Keyword");
        return new(server, await TemporalClient.ConnectAsync(new(server.TargetHost)));
    }

    /// <summary>Starts the sample workflow and waits until one camera films and the other has failed.</summary>
    public async Task<WorkflowHandle<StudioWorkflow, IReadOnlyList<string>>> ShootAsync(string id)
    {
        var run = await Client.StartWorkflowAsync(
            (StudioWorkflow workflow) => workflow.RunAsync("Sky"),
            new WorkflowOptions(id, TaskQueue)
            {
                StaticSummary = $"The film {id}",
                StaticDetails = "Why is the sky **blue**?",
                Memo = new Dictionary<string, object> { ["producer"] = "Max" },
            });
        await UntilAsync(async () =>
            (await DescribeAsync(run)).PendingActivities is [{ HeartbeatDetails: not null }, { LastFailure: not null }]);
        return run;
    }

    /// <summary>Waits for a condition of the server's state.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!await condition())
        {
            await Task.Delay(50, limit.Token);
        }
    }

    /// <summary>All that the server says of a run.</summary>
    public Task<DescribeWorkflowExecutionResponse> DescribeAsync(WorkflowHandle run) =>
        Client.WorkflowService.DescribeWorkflowExecutionAsync(
        new() { Namespace = "default", Execution = new() { WorkflowId = run.Id } });

    /// <summary>The run's history.</summary>
    public static async Task<IReadOnlyList<HistoryEvent>> EventsAsync(WorkflowHandle run) => [.. (await run.FetchHistoryAsync()).Events];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _working.ContinueWith(_ => { }, TaskScheduler.Default);
        _worker.Dispose();
        await _server.DisposeAsync();
        _stop.Dispose();
    }
}
