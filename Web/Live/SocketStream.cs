using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;

namespace TemporalVideo.Web.Live;

/// <summary>Sends messages to a web socket as they come; a slow reader is dropped with a reason, and comes again by number.</summary>
internal static class SocketStream
{
    /// <summary>For how long a reader may keep one message waiting.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <exception cref="WebException">The call is no web socket.</exception>
    public static void Require(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            throw new WebException(StatusCodes.Status400BadRequest, $"This address is for web sockets: ws://…{context.Request.Path}?….");
        }
    }

    /// <summary>Sends all messages, and closes with the reason <c>ended</c> behind the last one.</summary>
    /// <param name="context">The call.</param>
    /// <param name="messages">The messages, JSON; they stop when the reader has gone.</param>
    public static async Task SendAsync(HttpContext context, Func<CancellationToken, IAsyncEnumerable<byte[]>> messages)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var listening = ListenAsync(socket, gone);
        var reason = "ended";
        try
        {
            await foreach (var message in messages(gone.Token))
            {
                using var slow = CancellationTokenSource.CreateLinkedTokenSource(gone.Token);
                slow.CancelAfter(Patience);
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, slow.Token);
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

    /// <summary>What a reader says is not needed, but hears that it leaves.</summary>
    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource gone)
    {
        var buffer = new byte[64];
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
