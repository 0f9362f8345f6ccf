using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Net.WebSockets;
using System.Text.Json;

namespace TemporalVideo.Web.Tests;

[Collection(WebCollection.Name)]
public sealed class LiveTests(WebFixture web)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Socket_FromTheStart_GetsEveryMessageInOrderOnce()
    {
        var session = await web.StartAsync();

        var seen = await ReadAsync(session, after: 0);

        seen.Should().Equal(Enumerable.Range(1, seen.Count)).And.HaveCountGreaterThan(5);
        var all = await web.Http.GetFromJsonAsync<JsonElement>($"/api/sessions/{session}/statuses");
        all.GetArrayLength().Should().Be(seen.Count);
    }

    [Fact]
    public async Task Socket_LateAndByNumber_GetsWhatIsBehindIt()
    {
        var session = await web.StartAsync();
        var all = await ReadAsync(session, after: 0);

        (await ReadAsync(session, after: 0)).Should().Equal(all);
        (await ReadAsync(session, after: 3)).Should().Equal(all.Skip(3));
    }

    [Fact]
    public async Task Events_FromTheStart_GetEveryMessageAndTheEnd()
    {
        var session = await web.StartAsync();
        await using var stream = await web.Http.GetStreamAsync($"/api/sessions/{session}/events");
        var ids = new List<string?>();
        var last = "";
        await foreach (var item in SseParser.Create(stream).EnumerateAsync())
        {
            last = item.EventType;
            if (item.EventType == "status")
            {
                ids.Add(item.EventId);
            }
        }

        ids.Should().Equal(Enumerable.Range(1, ids.Count).Select(number => $"{number}")).And.HaveCountGreaterThan(5);
        last.Should().Be("end");
    }

    [Fact]
    public async Task Review_WithAnotherVersion_IsRefusedAndWithTheRightOneGoesOn()
    {
        var session = await web.StartAsync(interactive: true);
        await web.UntilAsync(session, state => state.GetProperty("waitingFor").ValueKind == JsonValueKind.String);

        var refused = await web.Http.PostAsJsonAsync(
            $"/api/sessions/{session}/review", new { subject = "story", version = "of yesterday" });
        ((int)refused.StatusCode).Should().Be(409);
        (await refused.Content.ReadAsStringAsync()).Should().Contain("has changed");
        var taken = await web.Http.PostAsJsonAsync($"/api/sessions/{session}/review", new { subject = "story", version = "plan:1" });

        ((int)taken.StatusCode).Should().Be(204, await taken.Content.ReadAsStringAsync());
        await web.UntilAsync(session, state => state.GetProperty("waitingFor").GetString() == "scenes");
        await web.Http.PostAsync($"/api/sessions/{session}/cancel", null);
        await web.UntilAsync(session, state => state.GetProperty("outcome").GetString() == "Cancelled");
    }

    private async Task<List<int>> ReadAsync(string session, int after)
    {
        using var late = new CancellationTokenSource(Limit);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{web.Address.Authority}/ws/{session}?after={after}"), late.Token);
        var (numbers, buffer) = (new List<int>(), new byte[64 * 1024]);
        while (await socket.ReceiveAsync(buffer.AsMemory(), late.Token) is { MessageType: WebSocketMessageType.Text } part)
        {
            var message = JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, part.Count));
            if (message.TryGetProperty("sequence", out var number))
            {
                numbers.Add(number.GetInt32());
            }
        }

        socket.CloseStatusDescription.Should().Be("ended");
        return numbers;
    }
}
