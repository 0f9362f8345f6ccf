using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Worker;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.Conformance.Tests.Cli;

/// <summary>The embedded and the real server, each with the same worker; made when a test first asks.</summary>
public sealed class CliServers : IAsyncLifetime
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _workers = [];
    private DevServer.DevServer? _embedded;
    private RealServer? _real;
    private (TemporalCli Embedded, TemporalCli Real)? _clis;

    /// <summary>The command line against both; without the tools the test is skipped.</summary>
    public async Task<(TemporalCli Embedded, TemporalCli Real)> ClisAsync()
    {
        await _gate.WaitAsync();
        try
        {
            return _clis ??= await StartAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_workers);
        await (_embedded?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_real?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private async Task<(TemporalCli Embedded, TemporalCli Real)> StartAsync()
    {
        var program = TestPaths.FindTool("temporal");
        Skip.If(program is null, "No Temporal command line: temporal is neither on PATH nor named by TEMPORAL_CLI.");
        _real = await RealServer.StartAsync("--search-attribute", "Kw=Keyword", "--search-attribute", "Num=Int");
        _embedded = await EmbeddedServer.StartAsync(options => options with
        {
            SearchAttributes = new Dictionary<string, IndexedValueType>
            {
                ["Kw"] = IndexedValueType.Keyword,
                ["Num"] = IndexedValueType.Int,
            },
        });
        await WorkAsync(_embedded.TargetHost);
        await WorkAsync(_real.TargetHost);
        return (new TemporalCli(program!, _embedded.TargetHost), new TemporalCli(program!, _real.TargetHost));
    }

    private async Task WorkAsync(string targetHost)
    {
        var client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions(targetHost));
        var options = new TemporalWorkerOptions("cli")
            .AddActivity(SampleActivities.Echo)
            .AddActivity(SampleActivities.Fail)
            .AddWorkflow<GreetWorkflow>()
            .AddWorkflow<FailingWorkflow>()
            .AddWorkflow<ParentWorkflow>()
            .AddWorkflow<CollectorWorkflow>();
        _workers.Add(ExecuteAsync(new TemporalWorker(client, options)));
    }

    private async Task ExecuteAsync(TemporalWorker worker)
    {
        using (worker)
        {
            try
            {
                await worker.ExecuteAsync(_stop.Token);
            }
            catch (OperationCanceledException)
            {
                // The tests have ended.
            }
        }
    }
}
