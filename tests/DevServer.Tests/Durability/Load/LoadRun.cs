using System.Globalization;
using System.Text;
using Temporalio.Client;
using TemporalVideo.DevServer.Host.Load;

namespace TemporalVideo.DevServer.Tests.Durability.Load;

/// <summary>Workflows and their clients, at work for as long as something else goes on.</summary>
internal sealed class LoadRun : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly TemporalClient _client;
    private readonly string _server;
    private readonly List<LoadClient> _clients;

    private LoadRun(TemporalClient client, string server, string queue, int workflows)
    {
        _client = client;
        _server = server;
        Queue = queue;
        _clients = [.. Enumerable.Range(0, workflows).Select(n => new LoadClient(client, Progress, $"{queue}-{n}", Queue))];
    }

    public string Queue { get; }

    public Progress Progress { get; } = new();

    /// <summary>Where the activities of all workers leave their side effects.</summary>
    public string Effects { get; } = Directory.CreateTempSubdirectory("load-").FullName;

    /// <summary>Connects the clients.</summary>
    /// <param name="targetHost">Where they call: the server, or a proxy before it.</param>
    /// <param name="queue">Task queue, and beginning of the workflows' ids.</param>
    /// <param name="workflows">Number of workflows.</param>
    /// <param name="server">The server itself; null if that is where the clients call.</param>
    public static async Task<LoadRun> ConnectAsync(string targetHost, string queue = "load", int workflows = 200, string? server = null)
    {
        var client = await TemporalClient.ConnectAsync(new(targetHost)
        {
            KeepAlive = LoadWorker.KeepAlive,
            RpcRetry = new() { InitialInterval = TimeSpan.FromMilliseconds(300), MaxInterval = TimeSpan.FromMilliseconds(600) },
        });
        return new LoadRun(client, server ?? targetHost, queue, workflows);
    }

    /// <summary>Runs the clients while <paramref name="disturb"/> does, lets them end, and compares what they were told with what is
    /// there.</summary>
    public async Task RunAsync(Func<Task> disturb)
    {
        using var stop = new CancellationTokenSource();
        var clients = Task.WhenAll(_clients.Select(each => each.RunAsync(stop.Token)));
        var disturbed = disturb();
        await Task.WhenAny(disturbed, clients);
        await stop.CancelAsync();
        await disturbed.WaitAsync(Limit);
        await Task.WhenAny(clients, Task.Delay(Limit, CancellationToken.None));
        if (!clients.IsCompleted)
        {
            throw new TimeoutException(await UnfinishedAsync());
        }

        await clients;
        await CheckAsync();
    }

    /// <summary>What was done, for the test's output.</summary>
    public override string ToString() =>
        $"{Progress.Count} answers, {Progress.Lost} calls repeated, {_clients.Sum(client => client.Signals.Count)} signals, "
            + $"{_clients.Sum(client => client.Updates.Count)} updates";

    public void Dispose()
    {
        Directory.Delete(Effects, recursive: true);
    }

    /// <summary>What the workflows that did not end have come to.</summary>
    private async Task<string> UnfinishedAsync()
    {
        var text = new StringBuilder("These did not end:");
        var server = await TemporalClient.ConnectAsync(new(_server));
        foreach (var client in _clients.Where(client => client.Result is null))
        {
            var handle = server.GetWorkflowHandle(client.Handle.Id);
            var history = await handle.FetchHistoryAsync();
            text.AppendLine()
                .Append(CultureInfo.InvariantCulture,
                $"{client.Handle.Id}: {client.Signals.Count} signals, {client.Updates.Count} updates answered; ")
                .AppendJoin(' ', history.Events.TakeLast(12)
                    .Select(e => $"{e.EventId} {e.EventType} {e.EventTime.ToDateTime():HH:mm:ss.fff}"));
        }

        return text.ToString();
    }

    private async Task CheckAsync()
    {
        var server = await TemporalClient.ConnectAsync(new(_server));
        var effects = LoadEffects.Read(Effects);
        foreach (var client in _clients)
        {
            await LoadCheck.CheckAsync(server, client, effects);
        }

        var children = _clients.Sum(client => client.Signals.Where((_, n) => LoadWorkflow.HasChild(n)).Count());
        await UntilCountedAsync(server, $"TaskQueue = '{Queue}' AND ExecutionStatus = 'Completed'", _clients.Count + children);
        await UntilCountedAsync(server, $"TaskQueue = '{Queue}'", _clients.Count + children);
    }

    /// <summary>The real server lists a closed run a little later.</summary>
    private static async Task UntilCountedAsync(TemporalClient server, string query, int expected)
    {
        for (var left = 100; left > 0 && (await server.CountWorkflowsAsync(query)).Count < expected; left--)
        {
            await Task.Delay(100);
        }

        (await server.CountWorkflowsAsync(query)).Count.Should().Be(expected, query);
    }
}
