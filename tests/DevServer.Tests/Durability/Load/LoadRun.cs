using Temporalio.Client;
using TemporalVideo.DevServer.Host.Load;

namespace TemporalVideo.DevServer.Tests.Durability.Load;

/// <summary>Two hundred workflows and their clients, at work for as long as something else goes on.</summary>
internal sealed class LoadRun : IDisposable
{
    private const int Workflows = 200;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly TemporalClient _client;
    private readonly List<LoadClient> _clients;

    private LoadRun(TemporalClient client)
    {
        _client = client;
        _clients = [.. Enumerable.Range(0, Workflows).Select(n => new LoadClient(client, Progress, $"w{n}", Queue))];
    }

    public static string Queue => "load";

    public Progress Progress { get; } = new();

    /// <summary>Where the activities of all workers leave their side effects.</summary>
    public string Effects { get; } = Directory.CreateTempSubdirectory("load-").FullName;

    public static async Task<LoadRun> ConnectAsync(string targetHost) => new(await TemporalClient.ConnectAsync(new(targetHost)
    {
        RpcRetry = new() { InitialInterval = TimeSpan.FromMilliseconds(300), MaxInterval = TimeSpan.FromMilliseconds(600) },
    }));

    /// <summary>Runs the clients while <paramref name="disturb"/> does, lets them end, and compares what they were told with what is there.</summary>
    public async Task RunAsync(Func<Task> disturb)
    {
        using var stop = new CancellationTokenSource();
        var clients = Task.WhenAll(_clients.Select(each => each.RunAsync(stop.Token)));
        var disturbed = disturb();
        await Task.WhenAny(disturbed, clients);
        await stop.CancelAsync();
        await disturbed;
        await clients.WaitAsync(Limit);

        var effects = LoadEffects.Read(Effects);
        foreach (var client in _clients)
        {
            await LoadCheck.CheckAsync(client, effects);
        }

        var children = _clients.Sum(client => client.Signals.Where((_, n) => LoadWorkflow.HasChild(n)).Count());
        (await _client.CountWorkflowsAsync("ExecutionStatus = 'Completed'")).Count.Should().Be(Workflows + children);
        (await _client.CountWorkflowsAsync("")).Count.Should().Be(Workflows + children);
    }

    /// <summary>What was done, for the test's output.</summary>
    public override string ToString() =>
        $"{Progress.Count} answers, {_clients.Sum(client => client.Signals.Count)} signals, {_clients.Sum(client => client.Updates.Count)} updates";

    public void Dispose() => Directory.Delete(Effects, recursive: true);
}
