using System.Net.ServerSentEvents;
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
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("/ws/{sessionId}", SocketAsync).ExcludeFromDescription();
        routes.MapGet("/api/sessions/{sessionId}/events", EventsAsync).ExcludeFromDescription();
    }

    private static async Task SocketAsync(
        string sessionId, HttpContext context, ITemporalClient client, LiveFeeds feeds, OpenStreams streams, int after = 0)
    {
        SocketStream.Require(context);
        var session = await RequireAsync(context, client, sessionId);
        using var place = streams.Enter(context);
        await SocketStream.SendAsync(context, stop => feeds.ReadAsync(session, after, stop).Select(Bytes));
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
}
