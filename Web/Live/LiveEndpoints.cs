using System.Net.ServerSentEvents;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Temporalio.Client;
using TemporalVideo.Web.Access;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Live;

/// <summary>The messages of a session as they come: over a web socket, or as server-sent events.</summary>
internal static class LiveEndpoints
{
    /// <summary>For how long a reader may keep one message waiting.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("/ws/{sessionId}", SocketAsync).ExcludeFromDescription();
        routes.MapGet("/api/sessions/{sessionId}/events", EventsAsync).ExcludeFromDescription();
    }

    private static async Task SocketAsync(
        string sessionId, HttpContext context, ITemporalClient client, LiveFeeds feeds, OpenStreams streams, int after = 0)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            throw new WebException(StatusCodes.Status400BadRequest, "This address is for web sockets: ws://…/ws/SESSION?after=N.");
        }

        var session = await RequireAsync(context, client, sessionId);
        using var place = streams.Enter(context);
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var listening = ListenAsync(socket, gone);
        var reason = "ended";
        try
        {
            await foreach (var item in feeds.ReadAsync(session, after, gone.Token))
            {
                using var slow = CancellationTokenSource.CreateLinkedTokenSource(gone.Token);
                slow.CancelAfter(Patience);
                await socket.SendAsync(Bytes(item), WebSocketMessageType.Text, endOfMessage: true, slow.Token);
            }
        }
        catch (OperationCanceledException)
        {
            reason = gone.IsCancellationRequested ? "gone" : "too slow: come again with the last number";
        }
        catch (WebSocketException)
        {
            reason = "gone";
        }

        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await CloseAsync(socket, reason, listening);
        }

        await gone.CancelAsync();
        await listening;
    }

    /// <summary>Says why it ends, and waits until the reader has heard it.</summary>
    private static async Task CloseAsync(WebSocket socket, string reason, Task listening)
    {
        var status = reason == "ended" ? WebSocketCloseStatus.NormalClosure : WebSocketCloseStatus.PolicyViolation;
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await socket.CloseOutputAsync(status, reason, limit.Token);
            await listening.WaitAsync(limit.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // It is gone without hearing it.
        }
    }

    private static async Task<IResult> EventsAsync(
        string sessionId, HttpContext context, ITemporalClient client, LiveFeeds feeds, OpenStreams streams, int after = 0)
    {
        var session = await RequireAsync(context, client, sessionId);
        context.Response.RegisterForDispose(streams.Enter(context));
        var last = int.TryParse(context.Request.Headers["Last-Event-ID"], out var id) ? id : after;
        return TypedResults.ServerSentEvents(ItemsAsync(feeds, session, last, context.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<object>> ItemsAsync(
        LiveFeeds feeds, SessionKey session, int after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in feeds.ReadAsync(session, after, cancellationToken))
        {
            yield return item.Message is { } message
                ? new SseItem<object>(message, "status") { EventId = message.Sequence.ToString() }
                : new SseItem<object>(new { note = item.Note }, "note");
        }

        yield return new SseItem<object>(new { ended = true }, "end");
    }

    private static async Task<SessionKey> RequireAsync(HttpContext context, ITemporalClient client, string sessionId)
    {
        var session = Caller.Session(context, sessionId);
        await client.GetWorkflowHandle(VideoWorkflowId.Of(session)).DescribeAsync();
        return session;
    }

    private static byte[] Bytes(FeedItem item) => item.Message is { } message
        ? JsonSerializer.SerializeToUtf8Bytes(message)
        : JsonSerializer.SerializeToUtf8Bytes(new { note = item.Note });

    /// <summary>What a reader says is not needed, but hears that it leaves.</summary>
    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource gone)
    {
        var buffer = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), gone.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // It is gone.
        }

        await gone.CancelAsync();
    }
}
