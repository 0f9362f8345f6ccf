using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.EndToEnd.Tests;

/// <summary>Who watches a session by a socket misses nothing when what is between is killed, and gets nothing twice.</summary>
public sealed class PageDurabilityTests
{
    private const string WaitsForStory = "Waiting for approval of the story";
    private const string WaitsForScenes = "Waiting for approval of the scenes";

    [Fact]
    public async Task Socket_WebServerAndWorkerKilled_GetsEveryMessageInOrderOnce()
    {
        using var folder = new ProductFolder();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(6));
        var port = FreePort.NextForReuse();
        await using var server = StarterProcess.Start(folder, "dev-server");
        await server.WaitForAsync(line => line.Contains("Temporal development server on", StringComparison.Ordinal));
        await using var worker = StarterProcess.Start(folder, "worker");
        await using var web = await ServeAsync(folder, port);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var started = await http.PostAsJsonAsync(
            "/api/sessions", new { source = "# Light\n\n## Bending\n\nLight bends in water.\n", interactive = true }, limit.Token);
        var session = (await started.Content.ReadFromJsonAsync<JsonElement>(limit.Token)).GetProperty("sessionId").GetString()!;
        var reader = new Reader(port, session);
        var reading = reader.ReadAsync(limit.Token);

        // What happens while there is no web process is read by number when there is one again.
        await reader.WaitForAsync(WaitsForStory, limit.Token);
        await web.KillAsync();
        (await StarterProcess.RunAsync(folder, "approve", "story", session)).Code.Should().Be(0);
        await using var web2 = await ServeAsync(folder, port);
        await reader.WaitForAsync(WaitsForScenes, limit.Token);

        // The web process lives on while server and worker are killed; one that comes later brings the server back.
        await server.KillAsync();
        await worker.KillAsync();
        await using var worker2 = StarterProcess.Start(folder, "worker");
        while ((await StarterProcess.RunAsync(folder, "approve", "scenes", session)).Code != 0)
        {
            limit.Token.ThrowIfCancellationRequested();
        }

        await reader.WaitForAsync("AGENT5", limit.Token);
        await web2.KillAsync();
        await using var web3 = await ServeAsync(folder, port);
        (await http.PostAsync($"/api/sessions/{session}/cancel", null, limit.Token)).EnsureSuccessStatusCode();

        await reading;
        var all = await http.GetFromJsonAsync<JsonElement>($"/api/sessions/{session}/statuses", limit.Token);
        var numbers = all.EnumerateArray().Select(message => message.GetProperty("sequence").GetInt32()).ToList();
        numbers.Should().Equal(Enumerable.Range(1, numbers.Count)).And.HaveCountGreaterThan(8);
        reader.Messages.Select(message => message.Number).Should().Equal(numbers);
        reader.Connections.Should().BeGreaterThanOrEqualTo(3);
    }

    private static async Task<StarterProcess> ServeAsync(ProductFolder folder, int port)
    {
        var web = StarterProcess.Start(folder, "web", "--no-worker", "--port", port.ToString(CultureInfo.InvariantCulture));
        await web.WaitForAsync(line => line.StartsWith("The page:", StringComparison.Ordinal));
        return web;
    }

    /// <summary>Reads as the page does: it comes again with the number of the last message that it has, until the end.</summary>
    private sealed class Reader(int port, string session)
    {
        private readonly ConcurrentQueue<(int Number, string Text)> _messages = new();

        public IReadOnlyCollection<(int Number, string Text)> Messages => _messages;

        public int Connections { get; private set; }

        public async Task WaitForAsync(string words, CancellationToken cancellationToken)
        {
            while (!_messages.Any(message => message.Text.Contains(words, StringComparison.OrdinalIgnoreCase)))
            {
                await Task.Delay(50, cancellationToken);
            }
        }

        public async Task ReadAsync(CancellationToken cancellationToken)
        {
            while (true)
            {
                using var socket = new ClientWebSocket();
                try
                {
                    if (await ReadToTheEndAsync(socket, cancellationToken) == "ended")
                    {
                        return;
                    }
                }
                catch (WebSocketException)
                {
                    // The process behind it was killed, or is not there yet.
                }

                await Task.Delay(100, cancellationToken);
            }
        }

        private async Task<string?> ReadToTheEndAsync(ClientWebSocket socket, CancellationToken cancellationToken)
        {
            var after = _messages.LastOrDefault().Number;
            await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/ws/{session}?after={after}"), cancellationToken);
            Connections++;
            var buffer = new byte[64 * 1024];
            while (await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken) is { MessageType: WebSocketMessageType.Text } part)
            {
                var message = JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, part.Count));
                if (message.TryGetProperty("sequence", out var number))
                {
                    _messages.Enqueue((number.GetInt32(), message.GetRawText()));
                }
            }

            return socket.CloseStatusDescription;
        }
    }
}
