using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Temporalio.Client;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Sessions;
using TemporalVideo.Storage.Records.Generations;
using TemporalVideo.Web.Access;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Api;

/// <summary>Sessions: plan, start, list, look at, decide, cancel.</summary>
internal static class SessionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapPost("/plan", PlanAsync).WithSummary("What a video would say, show, leave out and cost; nothing is started.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/voices", Voices).WithSummary("The voices of this machine.");
        api.MapGet("/archetypes", Archetypes).WithSummary("The orders that a story can follow, and what each is good for.");
        api.MapPost("/sessions", StartAsync).WithSummary("Starts a session.").RequireRateLimiting(WebServer.Starts)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapGet("/sessions", ListAsync)
            .WithSummary("The sessions, those that run first, then the last that have ended; waiting: those that wait for you; before: "
                + "those behind a session, by its place, for the next page.");
        var one = api.MapGroup("/sessions/{sessionId}").ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        one.MapGet("", StateAsync).WithSummary("Where a session stands.");
        one.MapGet("/statuses", StatusesAsync).WithSummary("Its status messages behind a number.");
        one.MapGet("/story", StoryAsync).WithSummary("Its story and which version of it.");
        one.MapPost("/review", ReviewAsync).WithSummary("Approves story or scenes, or asks for a revision.")
            .ProducesProblem(StatusCodes.Status409Conflict);
        one.MapPost("/decide", DecideAsync).WithSummary("Says what is done with steps that have failed and wait for a person.")
            .ProducesProblem(StatusCodes.Status409Conflict);
        one.MapPost("/cancel", CancelAsync).WithSummary("Asks a session to stop.").ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static Task<Plan> PlanAsync(VideoOrder order, HttpContext context, Orders orders) =>
        orders.PlanAsync(Caller.Of(context).UserId, order, context.RequestAborted);

    private static IReadOnlyList<VoiceAnswer> Voices(HttpContext context, LessonPlans plans)
    {
        Caller.Of(context);
        return [.. plans.Voices.All.Select(voice => new VoiceAnswer(voice.Name, voice.Description))];
    }

    private static IReadOnlyList<ArchetypeAnswer> Archetypes(HttpContext context, ProductConfiguration configuration)
    {
        Caller.Of(context);
        var beats = configuration.Beats;
        return
        [
            .. beats.Archetypes.Select(each => new ArchetypeAnswer(each.Key, each.Value.About, IsFramework: false)),
            .. beats.Frameworks.Select(each => new ArchetypeAnswer(each.Key, each.Value.About, IsFramework: true)),
        ];
    }

    private static async Task<StartedAnswer> StartAsync(VideoOrder order, HttpContext context, Orders orders)
    {
        var started = await orders.StartAsync(Caller.Of(context).UserId, order, IdempotencyKey.Of(context), context.RequestAborted);
        return new StartedAnswer(started.Session.SessionId, started.Session.UserId, started.Resumed);
    }

    private static Task<IReadOnlyList<SessionRow>> ListAsync(
        HttpContext context, ITemporalClient client, IGenerations generations, string? search = null, string? outcome = null,
        bool waiting = false, string? before = null, int limit = 50) =>
        SessionList.ReadAsync(
            client, generations, Caller.Of(context), new SessionFilter(search, outcome, waiting, before), limit, context.RequestAborted);

    private static async Task<SessionAnswer> StateAsync(string sessionId, HttpContext context, SessionReads reads, WebOptions options)
    {
        var session = Caller.Session(context, sessionId);
        var state = await reads.StateAsync(session, context.RequestAborted);
        var cost = await reads.CostAsync(session, context.RequestAborted);
        return new SessionAnswer(state, cost.Charged, cost.Estimate, cost.Line, options.RunAddress?.Invoke(VideoWorkflowId.Of(session)));
    }

    private static Task<IReadOnlyList<StatusMessage>> StatusesAsync(
        string sessionId, HttpContext context, SessionReads reads, int after = 0) =>
        reads.StatusesAsync(Caller.Session(context, sessionId), after, context.RequestAborted);

    private static async Task<StoryAnswer> StoryAsync(string sessionId, HttpContext context, SessionReads reads) =>
        await reads.StoryAsync(Caller.Session(context, sessionId), context.RequestAborted)
            ?? throw new WebException(StatusCodes.Status404NotFound, "There is no story yet.");

    private static async Task<IResult> ReviewAsync(string sessionId, Review review, HttpContext context, SessionWords words)
    {
        await words.ReviewAsync(Caller.Session(context, sessionId), review, context.RequestAborted);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> DecideAsync(string sessionId, Decision decision, HttpContext context, SessionWords words)
    {
        await words.DecideAsync(Caller.Session(context, sessionId), decision, context.RequestAborted);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> CancelAsync(string sessionId, HttpContext context, SessionWords words)
    {
        await words.CancelAsync(Caller.Session(context, sessionId), context.RequestAborted);
        return TypedResults.Accepted((string?)null);
    }
}

/// <summary>A voice of this machine.</summary>
internal sealed record VoiceAnswer(string Name, string Description);

/// <summary>An order that a story can follow: in an order it is <c>archetype</c>, or <c>framework</c>.</summary>
internal sealed record ArchetypeAnswer(string Name, string About, bool IsFramework);

/// <summary>A session that runs.</summary>
internal sealed record StartedAnswer(string SessionId, string UserId, bool Resumed);

/// <summary>Where a session stands.</summary>
/// <param name="State">Its state.</param>
/// <param name="Charged">What was charged, in US dollars.</param>
/// <param name="Estimate">What it would have cost from paid providers, in US dollars.</param>
/// <param name="CostLine">The costs in one line (R-B9).</param>
/// <param name="RunUrl">The run in the Temporal Web UI; null where there is none.</param>
internal sealed record SessionAnswer(VideoState State, decimal Charged, decimal Estimate, string CostLine, string? RunUrl);
