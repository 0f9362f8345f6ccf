using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using Temporalio.Client;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Hosting.Temporal;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.Benchmarks;

/// <summary>
/// What the web process keeps for a thousand sessions that wait for approval, each of them watched by a socket, as the page does: server,
/// worker and web are processes of their own, the worker is the product's.
/// </summary>
internal static class Waiting
{
    private const int Sessions = 1000;
    private const int StartedAtOnce = 8;
    private const double Wanted = 50;
    private const string Lesson = "# Light\n\n## Bending\n\nLight bends in water. A straw in a glass looks broken.\n";
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(20);

    /// <summary>Measures, prints, and says whether it is as wanted.</summary>
    public static async Task<bool> MeasureAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(20));
        var folder = Directory.CreateTempSubdirectory("waiting-");
        try
        {
            await using var server = await ServerProcess.StartEmbeddedAsync();
            Dictionary<string, string> environment = new()
            {
                ["TEMPORAL_ADDRESS"] = server.TargetHost,
                ["TEMPORAL_VIDEO_STORE"] = Path.Combine(folder.FullName, "objects"),
                ["TEMPORAL_VIDEO_DATABASE"] = Path.Combine(folder.FullName, "videos.db"),
            };
            var configuration = ProductConfiguration.Read(TestPaths.RepositoryRoot, name => environment.GetValueOrDefault(name));
            await SearchAttributeSetup.EnsureAsync(await TemporalClient.ConnectAsync(new(server.TargetHost)), configuration.Engine);
            await using var worker = new ChildProcess(
                environment, ProductProgram("starter", "Starter"), "worker", "--root", TestPaths.RepositoryRoot);
            await worker.ReadAsync(limit.Token);
            await using var web = new ChildProcess(
                environment, Path.Combine(AppContext.BaseDirectory, "bench"), WebHost.Command, server.TargetHost, folder.FullName);
            var page = new Uri(await web.ReadAsync(limit.Token));
            return await RunAsync(page, web, [("web", web.Process), ("worker", worker.Process), ("server", server.Process)], limit.Token);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> RunAsync(
        Uri page, ChildProcess web, IReadOnlyList<(string Name, Process Process)> processes, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = page };
        var clock = Stopwatch.StartNew();
        var sessions = await StartAsync(http, cancellationToken);

        // The same work goes before both looks: what code, pools and allocators keep of it is no cost of those who wait.
        await using (await WatchAsync(page, sessions, cancellationToken))
        {
            Print($"{Sessions} sessions started, each seen waiting by a socket", $"{clock.Elapsed.TotalSeconds,10:F0} s");
            await ListAsync(http, cancellationToken);
        }

        await Task.Delay(Quiet, cancellationToken);
        var before = await StandOf(web, cancellationToken);
        await using var watched = await WatchAsync(page, sessions, cancellationToken);
        await ListAsync(http, cancellationToken);
        clock.Restart();
        var busy = processes.Select(one => Usage.Processor(one.Process)).ToList();
        await Task.Delay(Quiet, cancellationToken);
        var shares = processes.Zip(busy, (one, then) =>
            $"{one.Name} {100 * (Usage.Processor(one.Process) - then) / clock.Elapsed.TotalMilliseconds:F0} %");
        Print("of a processor while they wait", $"           {string.Join(", ", shares)}");
        var after = await StandOf(web, cancellationToken);
        var each = (after - before).Over(Sessions);
        Print("the web process with none and with all of them watched",
            $"{before.Private / 1024,10:F0} MB and {after.Private / 1024:F0} MB private, "
            + $"{before.Managed / 1024:F0} MB and {after.Managed / 1024:F0} MB managed");
        Print("for each of them", $"{each.Private,10:F1} KB private, {each.Managed:F1} KB managed (wanted: {Wanted} KB)");
        return Math.Max(each.Managed, each.Private) <= Wanted;
    }

    private static void Print(string what, string figures) => Console.WriteLine($"{what,-60} {figures}");

    private static async Task ListAsync(HttpClient http, CancellationToken cancellationToken) =>
        await http.GetStringAsync("/api/sessions?limit=200", cancellationToken);

    private static async Task<IReadOnlyCollection<string>> StartAsync(HttpClient http, CancellationToken cancellationToken)
    {
        var sessions = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Sessions), AtOnce(cancellationToken), async (_, stop) =>
        {
            using var answer = await http.PostAsJsonAsync("/api/sessions", new { source = Lesson, interactive = true }, stop);
            answer.EnsureSuccessStatusCode();
            sessions.Add((await answer.Content.ReadFromJsonAsync<JsonElement>(stop)).GetProperty("sessionId").GetString()!);
        });
        return sessions;
    }

    /// <summary>Opens a socket to each session; returns when all have been told that the story waits.</summary>
    private static async Task<Sockets> WatchAsync(Uri page, IEnumerable<string> sessions, CancellationToken cancellationToken)
    {
        var sockets = new Sockets(page);
        await Parallel.ForEachAsync(
            sessions, AtOnce(cancellationToken), async (session, _) => await sockets.OpenAsync(session, cancellationToken));
        await sockets.WaitingAsync();
        return sockets;
    }

    private static ParallelOptions AtOnce(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = StartedAtOnce, CancellationToken = cancellationToken };

    private static async Task<Stand> StandOf(ChildProcess web, CancellationToken cancellationToken)
    {
        var managed = double.Parse(await web.AskAsync(cancellationToken), CultureInfo.InvariantCulture) / 1024;
        return new Stand(managed, Usage.Private(web.Process));
    }

    /// <summary>Of the configuration that this program was built in.</summary>
    private static string ProductProgram(string name, string folder) =>
        Path.Combine(TestPaths.RepositoryRoot, folder, "bin", "Release", "net10.0", name);

    /// <summary>What a process keeps, in KB.</summary>
    private readonly record struct Stand(double Managed, double Private)
    {
        public static Stand operator -(Stand one, Stand other) => new(one.Managed - other.Managed, one.Private - other.Private);

        public Stand Over(int count) => new(Managed / count, Private / count);
    }

    /// <summary>Sockets that stay open and read what comes.</summary>
    private sealed class Sockets(Uri page) : IAsyncDisposable
    {
        private readonly ConcurrentBag<(ClientWebSocket Socket, Task Waits, Task Reading)> _open = [];

        public async Task OpenAsync(string session, CancellationToken cancellationToken)
        {
            var socket = new ClientWebSocket();
            await socket.ConnectAsync(new Uri($"ws://{page.Authority}/ws/{session}"), cancellationToken);
            var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _open.Add((socket, waits.Task, ReadAsync(socket, waits, cancellationToken)));
        }

        public Task WaitingAsync() => Task.WhenAll(_open.Select(one => one.Waits));

        public async ValueTask DisposeAsync()
        {
            foreach (var (socket, _, reading) in _open)
            {
                socket.Abort();
                await reading;
                socket.Dispose();
            }
        }

        private static async Task ReadAsync(ClientWebSocket socket, TaskCompletionSource waits, CancellationToken cancellationToken)
        {
            var buffer = new byte[16 * 1024];
            try
            {
                while (await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken) is { MessageType: WebSocketMessageType.Text } part)
                {
                    if (buffer.AsSpan(0, part.Count).IndexOf("Waiting for approval of the story"u8) >= 0)
                    {
                        waits.TrySetResult();
                    }
                }

                waits.TrySetException(new InvalidOperationException($"A socket was closed: {socket.CloseStatusDescription}"));
            }
            catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
            {
                waits.TrySetException(exception);
            }
        }
    }
}
