using System.Diagnostics;
using TemporalVideo.DevServer.Host.Load;
using TemporalVideo.DevServer.Tests.Durability.Load;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Faults;

/// <summary>A load behind each kind of fault, all at the same time, each on a line and a task queue of its own.</summary>
public sealed class FaultRuns : IAsyncLifetime
{
    private const int Workflows = 20;
    private const int Resets = 15;
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(30);

    private readonly Lazy<Task<Lines>> _lines = new(StartAsync);
    private readonly Dictionary<string, Task<string>> _runs = [];

    public async Task InitializeAsync()
    {
        if (TestPaths.FindTool("toxiproxy-server") is null)
        {
            return;
        }

        var lines = await _lines.Value;
        Begin("latency", lines.Embedded, DelayAsync);
        Begin("resets", lines.Embedded, ResetAsync);
        Begin("silence", lines.Embedded, FallSilentAsync);
        Begin("outage", lines.Embedded, BreakAsync);

        void Begin(string name, string server, Func<FaultyLine, Progress, Task> disturb) =>
            _runs[name] = RunAsync(lines.Proxy, name, server, disturb);
    }

    /// <summary>Completes when the work behind a fault has ended right; says what was done.</summary>
    public Task<string> EndedAsync(string fault)
    {
        Skip.If(TestPaths.FindTool("toxiproxy-server") is null,
            "No fault proxy: toxiproxy-server is neither on PATH nor named by TOXIPROXY_SERVER.");
        return _runs[fault];
    }

    public async Task DisposeAsync()
    {
        await Task.WhenAny(Task.WhenAll(_runs.Values));
        if (_lines.IsValueCreated)
        {
            await (await _lines.Value).DisposeAsync();
        }
    }

    private static async Task<Lines> StartAsync() => new(await Toxiproxy.StartAsync(), await EmbeddedServer.StartAsync());

    private static async Task<string> RunAsync(Toxiproxy proxy, string name, string server, Func<FaultyLine, Progress, Task> disturb)
    {
        var watch = Stopwatch.StartNew();
        var line = await proxy.BeforeAsync(server, name);
        using var load = await LoadRun.ConnectAsync(line.TargetHost, name, Workflows, server);
        await LoadWorker.RunAsync(line.TargetHost, name, load.Effects, () => load.RunAsync(() => disturb(line, load.Progress)));
        return $"{load} in {watch.Elapsed}";
    }

    /// <summary>Answers cross on the way, as far as they can on one connection.</summary>
    private static async Task DelayAsync(FaultyLine line, Progress progress)
    {
        await line.DelayAsync(TimeSpan.FromMilliseconds(60), TimeSpan.FromMilliseconds(50));
        await progress.MoreAsync(Workflows * 8);
    }

    private static async Task ResetAsync(FaultyLine line, Progress progress)
    {
        var random = new Random(Resets);
        for (var n = 0; n < Resets; n++)
        {
            await progress.MoreAsync(random.Next(1, 20));
            await line.ResetAsync();
            await LostAsync(progress);
            await line.MendAsync();
        }
    }

    /// <summary>The peer is there and says nothing: only keep-alive tells that a connection is dead.</summary>
    private static async Task FallSilentAsync(FaultyLine line, Progress progress)
    {
        for (var n = 0; n < 2; n++)
        {
            await progress.MoreAsync(Workflows * 3);
            await line.FallSilentAsync();

            // The clients' calls have 30 s, the polls 70 s.
            await LostAsync(progress).WaitAsync(TimeSpan.FromSeconds(25));
            await line.MendAsync();
        }
    }

    private static async Task BreakAsync(FaultyLine line, Progress progress)
    {
        await progress.MoreAsync(Workflows * 3);
        await line.EnableAsync(false);
        await Task.Delay(Outage);
        progress.Lost.Should().BePositive();
        await line.EnableAsync(true);
        await progress.MoreAsync(Workflows);
    }

    /// <summary>Completes when some more calls have come to nothing.</summary>
    private static async Task LostAsync(Progress progress)
    {
        for (var before = progress.Lost; progress.Lost < before + 5;)
        {
            await Task.Delay(20);
        }
    }

    private sealed record Lines(Toxiproxy Proxy, DevServer Server) : IAsyncDisposable
    {
        public string Embedded => Server.TargetHost;

        public async ValueTask DisposeAsync()
        {
            await Proxy.DisposeAsync();
            await Server.DisposeAsync();
        }
    }
}
