using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TemporalVideo.Sessions;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Web.Access;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Api;

/// <summary>The calls that the plans name: startprocess (R-A8), generate, status and video (R-C5), v2 generate (R-E6).</summary>
internal static class GenerateEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status500InternalServerError);
        var starts = api.MapGroup("").RequireRateLimiting(WebServer.Starts)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests);
        starts.MapPost("/startprocess", StartProcessAsync).WithSummary("Starts the video of a session.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        starts.MapPost("/generate", GenerateAsync).WithSummary("Starts a video of a prompt.");
        starts.MapPost("/v2/generate", GenerateV2.AnswerAsync).WithSummary("Starts a video of a prompt, with wishes.")
            .Produces<GenerationAnswer>(StatusCodes.Status202Accepted);
        api.MapGet("/status/{id}", StatusAsync).WithSummary("How far a video has come.").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/video/{id}", VideoAsync).WithSummary("A video and what it is made of.").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<StartProcessAnswer> StartProcessAsync(
        StartProcessRequest request, HttpContext context, Orders orders, IObjectStore store)
    {
        var session = Caller.Session(context, request.SessionID ?? "", request.UserID ?? "");
        var source = request.Source ?? await SourceOfAsync(session, store, context.RequestAborted)
            ?? throw new WebException(
                StatusCodes.Status404NotFound,
                $"The session {session} has no lesson yet. Send one as 'source' (Markdown or a topic), or start it on the page.");
        var started = await orders.StartAsync(
            session.UserId, new VideoOrder(source, SessionId: session.SessionId), null, context.RequestAborted);
        return new StartProcessAnswer(session.UserId, session.SessionId, started.Resumed ? "running" : "started");
    }

    private static async Task<string?> SourceOfAsync(SessionKey session, IObjectStore store, CancellationToken cancellationToken)
    {
        try
        {
            var read = await store.ReadAsync(new SessionLayout(session).Source, cancellationToken);
            return System.Text.Encoding.UTF8.GetString(read.Bytes.Span);
        }
        catch (ObjectMissingException)
        {
            return null;
        }
    }

    private static async Task<GenerateAnswer> GenerateAsync(GenerateRequest request, HttpContext context, Orders orders)
    {
        if (OrderRules.Creativity(request.CreativityLevel) is not null)
        {
            throw new WebException(StatusCodes.Status422UnprocessableEntity, "creativity_level: expected 0.0 to 1.0.");
        }

        var started = await orders.StartAsync(
            Caller.Of(context).UserId,
            new VideoOrder(request.Prompt, Creativity: request.CreativityLevel),
            IdempotencyKey.Of(context),
            context.RequestAborted);
        var unused = request.CreativityLevel > 0 && started.Shape is null
            ? " The prompt names no archetype, so the order is its own; creativity_level has no effect." : "";
        return new GenerateAnswer(
            started.Session.SessionId, "queued", $"Follow it at /api/status/{started.Session.SessionId}.{unused}");
    }

    private static async Task<ProgressAnswer> StatusAsync(string id, HttpContext context, SessionReads reads)
    {
        var session = Caller.Session(context, id);
        var state = await reads.StateAsync(session, context.RequestAborted);
        var begun = (await reads.Handle(session).DescribeAsync()).StartTime;
        var orchestrator = state.Agents.FirstOrDefault(message => message.Agent == AgentName.Orchestrator);
        return new ProgressAnswer(
            Progress.StatusOf(state), Progress.PercentOf(state), state.Phase, Progress.Remaining(state, DateTime.UtcNow - begun),
            orchestrator?.Reason);
    }

    private static async Task<VideoAnswer> VideoAsync(string id, HttpContext context, SessionReads reads, IObjectStore store)
    {
        var session = Caller.Session(context, id);
        var state = await reads.StateAsync(session, context.RequestAborted);
        var cost = await reads.CostAsync(session, context.RequestAborted);
        var run = await reads.Handle(session).DescribeAsync();
        var layout = new SessionLayout(session);
        var files = await store.ListAsync(layout.Root, context.RequestAborted);
        IReadOnlyList<string> Links(Func<string, bool> which) =>
            [.. files.Where(file => which(file.Key)).Select(file => FileLinks.To(session, file.Key))];
        var story = await reads.StoryAsync(session, context.RequestAborted);
        return new VideoAnswer(
            state.VideoUrl, cost.Charged, ((run.CloseTime ?? DateTime.UtcNow) - run.StartTime).TotalSeconds, run.StartTime, run.CloseTime,
            story is null ? null : JsonSerializer.SerializeToElement(story.Story),
            Links(key => SessionLayout.IsPicture(key) && !key.StartsWith(layout.LessonPictures, StringComparison.Ordinal)),
            Links(layout.IsClip));
    }
}

/// <summary>Which session's video is to be made.</summary>
/// <param name="UserID">Whose it is.</param>
/// <param name="SessionID">Which one.</param>
/// <param name="Source">A lesson in Markdown, or a topic; default what the session had before.</param>
internal sealed record StartProcessRequest(
    [property: JsonPropertyName("userID")] string? UserID,
    [property: JsonPropertyName("sessionID")] string? SessionID,
    [property: JsonPropertyName("source")] string? Source = null);

/// <summary>That it runs.</summary>
internal sealed record StartProcessAnswer(
    [property: JsonPropertyName("userID")] string UserID,
    [property: JsonPropertyName("sessionID")] string SessionID,
    [property: JsonPropertyName("status")] string Status);

/// <summary>A video of a prompt.</summary>
internal sealed record GenerateRequest(
    [property: JsonPropertyName("prompt")] string? Prompt,
    [property: JsonPropertyName("creativity_level")] double? CreativityLevel = null);

/// <summary>That it is queued.</summary>
internal sealed record GenerateAnswer(
    [property: JsonPropertyName("video_id")] string VideoId,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("message")] string Message);

/// <summary>How far a video has come.</summary>
internal sealed record ProgressAnswer(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("progress")] int Progress,
    [property: JsonPropertyName("current_phase")] VideoPhase CurrentPhase,
    [property: JsonPropertyName("estimated_time_remaining")] int? EstimatedTimeRemaining,
    [property: JsonPropertyName("error")] string? Error);

/// <summary>A video and what it is made of.</summary>
internal sealed record VideoAnswer(
    [property: JsonPropertyName("final_video_url")] string? FinalVideoUrl,
    [property: JsonPropertyName("cost_usd")] decimal CostUsd,
    [property: JsonPropertyName("generation_time_seconds")] double GenerationTimeSeconds,
    [property: JsonPropertyName("created_at")] DateTime CreatedAt,
    [property: JsonPropertyName("completed_at")] DateTime? CompletedAt,
    [property: JsonPropertyName("spec")] JsonElement? Spec,
    [property: JsonPropertyName("storyboard_images")] IReadOnlyList<string> StoryboardImages,
    [property: JsonPropertyName("chunk_urls")] IReadOnlyList<string> ChunkUrls);
