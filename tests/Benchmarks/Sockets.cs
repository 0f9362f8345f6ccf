using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using Temporalio.Client;
using Temporalio.Worker;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Tests.Support;
using TemporalVideo.Web;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Tests;

namespace TemporalVideo.Benchmarks;

/// <summary>
/// How long a message takes from the workflow to a thousand browsers: from the moment when a person's decision is sent, the workflow
/// change that it causes included, to the moment when a socket has what the workflow says of it.
/// </summary>
internal static class Sockets
{
    private const int Sessions = 50;
    private const int SocketsOfEach = 20;
    private const int Revisions = 3;
    private const string Wish = "shorter";

    public static async Task MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("sockets-");
        var configuration = ProductConfiguration.Read(
            TestPaths.RepositoryRoot,
            name => name switch
            {
                "TEMPORAL_VIDEO_STORE" => Path.Combine(folder.FullName, "objects"),
                "TEMPORAL_VIDEO_DATABASE" => Path.Combine(folder.FullName, "videos.db"),
                _ => null,
            });
        await using var server = await EmbeddedServer.StartAsync(
            options => options with { SearchAttributes = configuration.Engine.SearchAttributes });
        var client = await TemporalClient.ConnectAsync(new(server.TargetHost));
        using var worker = new TemporalWorker(
            client,
            new TemporalWorkerOptions(configuration.Engine.LightTaskQueue).AddWorkflow<VideoWorkflow>().AddAllActivities(new FakeStudio()));
        using var stop = new CancellationTokenSource();
        var working = worker.ExecuteAsync(stop.Token);
        await using var app = await WebServer.StartAsync(
            client, configuration, new WebOptions
            {
                Port = 0,
                Folder = folder.FullName,
                LocalUser = "bench",
                StartsPerMinute = 100_000,
                StreamsPerUser = 100_000,
            });
        try
        {
            Print(await RunAsync(client, new Uri(app.Urls.First())));
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAny(working, Task.Delay(TimeSpan.FromSeconds(10)));
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<double>> RunAsync(ITemporalClient client, Uri page)
    {
        using var http = new HttpClient { BaseAddress = page };
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var sessions = new List<Watched>();
        for (var i = 0; i < Sessions; i++)
        {
            using var answer = await http.PostAsJsonAsync(
                "/api/sessions", new { source = "# A\n\nLight bends.", interactive = true }, limit.Token);
            var id = (await answer.Content.ReadFromJsonAsync<JsonElement>(limit.Token)).GetProperty("sessionId").GetString()!;
            sessions.Add(new Watched(new SessionKey("bench", id)));
        }

        var reading = sessions.SelectMany(session => Enumerable.Range(0, SocketsOfEach).Select(_ => session.ReadAsync(page, limit.Token)))
            .ToList();
        for (var revision = 1; revision <= Revisions; revision++)
        {
            foreach (var session in sessions)
            {
                await session.WaitingAsync(revision, SocketsOfEach, limit.Token);
                session.Sent = Stopwatch.GetTimestamp();
                await client.GetWorkflowHandle<VideoWorkflow>(VideoWorkflowId.Of(session.Session)).ExecuteUpdateAsync(
                    workflow => workflow.ReviewAsync(new Review { Subject = ReviewSubject.Story, Feedback = Wish }));
            }
        }

        foreach (var session in sessions)
        {
            await session.WaitingAsync(Revisions + 1, SocketsOfEach, limit.Token);
        }

        await limit.CancelAsync();
        await Task.WhenAll(reading);
        return [.. sessions.SelectMany(session => session.Taken).Order()];
    }

    private static void Print(IReadOnlyList<double> taken)
    {
        double At(double share) => taken[Math.Min(taken.Count - 1, (int)(taken.Count * share))];
        Console.WriteLine(
            $"{$"a decision to {Sessions * SocketsOfEach} sockets of {Sessions} sessions",-44} {At(0.5),10:F0} ms p50, "
                + $"{At(0.99):F0} ms p99, "
                + $"{taken[^1]:F0} ms at most, {taken.Count} messages (wanted: 250 ms p99)");
    }

    /// <summary>A session and those who watch it.</summary>
    private sealed class Watched(SessionKey session)
    {
        private readonly Lock _lock = new();
        private int _waits;

        public SessionKey Session => session;

        public List<double> Taken { get; } = [];

        public long Sent { get; set; }

        /// <summary>Returns when all who watch have been told so often that the story waits.</summary>
        public async Task WaitingAsync(int times, int sockets, CancellationToken cancellationToken)
        {
            while (Volatile.Read(ref _waits) < times * sockets)
            {
                await Task.Delay(5, cancellationToken);
            }
        }

        public async Task ReadAsync(Uri page, CancellationToken cancellationToken)
        {
            using var socket = new ClientWebSocket();
            var buffer = new byte[64 * 1024];
            try
            {
                await socket.ConnectAsync(new Uri($"ws://{page.Authority}/ws/{session.SessionId}"), cancellationToken);
                while (await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken) is { MessageType: WebSocketMessageType.Text } part)
                {
                    var text = System.Text.Encoding.UTF8.GetString(buffer, 0, part.Count);
                    if (text.Contains($"Revising the story: {Wish}", StringComparison.Ordinal))
                    {
                        lock (_lock)
                        {
                            Taken.Add(Stopwatch.GetElapsedTime(Sent).TotalMilliseconds);
                        }
                    }
                    else if (text.Contains("Waiting for approval of the story", StringComparison.Ordinal))
                    {
                        Interlocked.Increment(ref _waits);
                    }
                }
            }
            catch (OperationCanceledException)
            {
                // The end.
            }
        }
    }
}
