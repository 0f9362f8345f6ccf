using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TemporalVideo.Sessions;
using TemporalVideo.Sessions.Forks;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Web.Access;
using TemporalVideo.Web.Uploads;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Api;

/// <summary>Makes a session of one that has ended: what stays as it is is taken over (R-H7).</summary>
internal static class ForkEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/sessions/{sessionId}/fork", ForkAsync)
            .WithSummary("Changes a session that has ended, in a new one; with quote=true it only says what would be made again.")
            .RequireRateLimiting(WebServer.Starts)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<ForkAnswer> ForkAsync(
        string sessionId, ForkRequest request, HttpContext context, Forking forking, bool quote = false)
    {
        var parent = Caller.Session(context, sessionId);
        var order = request.Order();
        return quote
            ? await forking.QuoteAsync(parent, order, context.RequestAborted)
            : await forking.StartAsync(parent, order, IdempotencyKey.Of(context), context.RequestAborted);
    }
}

/// <summary>Forks for the page, the API and MCP.</summary>
/// <param name="forks">Plans and starts.</param>
/// <param name="orders">Knows which session an idempotency key means.</param>
/// <param name="uploads">Pictures and recordings that a user brought.</param>
internal sealed class Forking(SessionForks forks, Orders orders, UserUploads uploads)
{
    /// <summary>What would be made again, and what that costs.</summary>
    public async Task<ForkAnswer> QuoteAsync(SessionKey parent, ForkOrder order, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(parent, order, cancellationToken);
        return new ForkAnswer(null, null, plan.Parts, plan.Quote, plan.Story);
    }

    /// <summary>Starts it, or finds the one that the same key has started.</summary>
    public async Task<ForkAnswer> StartAsync(
        SessionKey parent, ForkOrder order, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(parent, order, cancellationToken);
        var child = Orders.SessionOf(parent.UserId, idempotencyKey) ?? new SessionKey(parent.UserId, SessionSlug.New(plan.Input.Topic!));
        if (idempotencyKey is null || !await orders.ExistsAsync(child, cancellationToken))
        {
            await forks.StartAsync(
                plan, child, name => Task.FromResult(uploads.FileOf(parent.UserId, name)), cancellationToken);
        }

        return new ForkAnswer(child.SessionId, child.UserId, plan.Parts, plan.Quote, plan.Story);
    }

    private Task<ForkPlan> PlanAsync(SessionKey parent, ForkOrder order, CancellationToken cancellationToken)
    {
        foreach (var file in order.Changes.Select(change => change.Picture ?? change.Recording).OfType<string>())
        {
            uploads.FileOf(parent.UserId, file);
        }

        return forks.PlanAsync(parent, order, cancellationToken);
    }
}

/// <summary>What is changed.</summary>
/// <param name="From">From which step on everything is made again; default only what the changes concern.</param>
/// <param name="Changes">The changes, in order; a picture or recording is the id of an upload.</param>
/// <param name="Interactive">Wait for approval of story and scenes.</param>
/// <param name="CostLimit">The most it may cost, in US dollars.</param>
internal sealed record ForkRequest(
    ForkStep? From = null, IReadOnlyList<StoryChange>? Changes = null, bool? Interactive = null, decimal? CostLimit = null)
{
    private const int MostChanges = 200;

    /// <summary>The order that it is.</summary>
    /// <exception cref="WebException">It has too many changes.</exception>
    public ForkOrder Order() => Changes is { Count: > MostChanges }
        ? throw new WebException(StatusCodes.Status400BadRequest, $"changes: expected at most {MostChanges}.")
        : Changes?.Any(change => change is null || change.Sentences?.Contains(null!) == true) == true
        ? throw new WebException(StatusCodes.Status400BadRequest, "changes: null is no change, and no sentence of one.")
        : new ForkOrder
        {
            From = From ?? ForkStep.Changes,
            Changes = Changes ?? [],
            Interactive = Interactive ?? false,
            CostLimit = CostLimit,
        };
}

/// <summary>What a fork becomes.</summary>
/// <param name="SessionId">The new session; null with quote=true.</param>
/// <param name="UserId">Whose it is; null with quote=true.</param>
/// <param name="Parts">What is made again of each segment, in playing order; empty when the story is written again.</param>
/// <param name="Quote">What it costs.</param>
/// <param name="Story">The changed story; null when it is written again.</param>
internal sealed record ForkAnswer(
    string? SessionId, string? UserId, IReadOnlyList<ForkedSegment> Parts, Quote Quote, Story? Story);
