using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TemporalVideo.Sessions.Jobs;
using TemporalVideo.Web.Access;
using TemporalVideo.Web.Live;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Pipelines;

/// <summary>Pipelines as they go on, over web sockets: where the jobs stand, and what one of them writes.</summary>
internal static class LivePipelines
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("/ws/pipelines/{id}", StatusAsync).ExcludeFromDescription();
        routes.Map("/ws/pipelines/{id}/jobs/{job}/logs", LogsAsync).ExcludeFromDescription();
    }

    private static async Task StatusAsync(string id, HttpContext context, PipelineReader reader, OpenStreams streams)
    {
        SocketStream.Require(context);
        var pipeline = Caller.Session(context, id);
        await reader.StateAsync(pipeline, context.RequestAborted);
        using var place = streams.Enter(context);
        await SocketStream.SendAsync(context, stop => reader.FollowAsync(pipeline, stop)
            .Select(state => JsonSerializer.SerializeToUtf8Bytes(PipelineStatus.Of(state), JsonSerializerOptions.Web)));
    }

    private static async Task LogsAsync(
        string id, string job, HttpContext context, PipelineReader reader, OpenStreams streams, int attempt = 0, int offset = 0)
    {
        SocketStream.Require(context);
        var pipeline = Caller.Session(context, id);
        var state = await reader.StateAsync(pipeline, context.RequestAborted);
        if (attempt < 0 || offset < 0 || state.Jobs.All(each => each.Job != job))
        {
            throw new WebException(
                StatusCodes.Status400BadRequest,
                $"Expected attempt and offset from 0, and one of the jobs {string.Join(", ", state.Jobs.Select(each => each.Job))}.");
        }

        using var place = streams.Enter(context);
        await SocketStream.SendAsync(context, stop => PartsAsync(reader, pipeline, job, attempt, offset, stop));
    }

    /// <summary>Each part says where the next one begins: who comes again names that. No character is cut in two.</summary>
    private static async IAsyncEnumerable<byte[]> PartsAsync(
        PipelineReader reader, SessionKey pipeline, string job, int attempt, int offset,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (decoder, of) = (Encoding.UTF8.GetDecoder(), 0);
        await foreach (var part in reader.FollowLogAsync(pipeline, job, attempt, offset, follow: true, cancellationToken))
        {
            if (part.Attempt != of)
            {
                decoder.Reset();
                of = part.Attempt;
            }

            var text = new char[part.Bytes.Length + 1];
            var count = decoder.GetChars(part.Bytes.Span, text, flush: false);
            yield return JsonSerializer.SerializeToUtf8Bytes(
                new { attempt = part.Attempt, next = part.Offset + part.Bytes.Length, text = new string(text, 0, count) },
                JsonSerializerOptions.Web);
        }
    }
}
