using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Temporalio.Client;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Sessions;
using TemporalVideo.Storage.Records.Webhooks;
using TemporalVideo.Web.Access;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Webhooks;

/// <summary>Webhooks: subscribe, list, remove, try, and see what was delivered.</summary>
internal static class WebhookEndpoints
{
    private const int Longest = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/webhooks").ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapGet("", ListAsync).WithSummary("Your webhooks, without their secrets.");
        api.MapPost("", AddAsync).WithSummary("Subscribes an address; the answer has the secret, which is shown only now.")
            .RequireRateLimiting(WebServer.Starts).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        var one = api.MapGroup("/{id}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapDelete("", RemoveAsync).WithSummary("Ends a subscription.");
        one.MapPost("/test", TryAsync).WithSummary("Sends a message that tells of nothing.").RequireRateLimiting(WebServer.Starts)
            .ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        one.MapPost("/deliveries/{message}/again", AgainAsync)
            .WithSummary("Sends a message once more, with the id that it had.").RequireRateLimiting(WebServer.Starts)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        one.MapGet("/deliveries", DeliveriesAsync).WithSummary("The messages to it and how they fared, newest first.");
    }

    private static async Task<Accepted<TestAnswer>> AgainAsync(
        string id, string message, HttpContext context, IWebhooks webhooks, WebhookSubscriptions subscriptions, ITemporalClient client,
        ProductConfiguration configuration)
    {
        var webhook = await RequireAsync(id, context, webhooks);
        if (!SessionKey.IsValidId(message))
        {
            throw new WebException(StatusCodes.Status400BadRequest, "message: expected the id of a message, as …/deliveries lists it.");
        }

        await subscriptions.AgainAsync(client, configuration.Engine.LightTaskQueue, webhook, message, context.RequestAborted);
        return TypedResults.Accepted($"/api/webhooks/{id}/deliveries", new TestAnswer(message));
    }

    private static async Task<IReadOnlyList<WebhookAnswer>> ListAsync(HttpContext context, IWebhooks webhooks) =>
        [.. (await webhooks.OfAsync(Caller.Of(context).UserId, context.RequestAborted)).Select(webhook => AnswerOf(webhook))];

    private static async Task<Created<WebhookAnswer>> AddAsync(
        WebhookRequest request, HttpContext context, WebhookSubscriptions subscriptions)
    {
        var user = Caller.Of(context).UserId;
        var webhook = await subscriptions.AddAsync(user, request.Url, request.Events ?? [], context.RequestAborted);
        return TypedResults.Created($"/api/webhooks/{webhook.Id}", AnswerOf(webhook, webhook.Secret));
    }

    private static async Task<NoContent> RemoveAsync(string id, HttpContext context, IWebhooks webhooks) =>
        await webhooks.RemoveAsync(Caller.Of(context).UserId, id, context.RequestAborted) ? TypedResults.NoContent() : throw Missing();

    private static async Task<Accepted<TestAnswer>> TryAsync(
        string id, HttpContext context, IWebhooks webhooks, WebhookSubscriptions subscriptions, ITemporalClient client,
        ProductConfiguration configuration)
    {
        var webhook = await RequireAsync(id, context, webhooks);
        var message = await subscriptions.TryAsync(client, configuration.Engine.LightTaskQueue, webhook, context.RequestAborted);
        return TypedResults.Accepted($"/api/webhooks/{id}/deliveries", new TestAnswer(message));
    }

    private static async Task<IReadOnlyList<DeliveryAnswer>> DeliveriesAsync(
        string id, HttpContext context, IWebhooks webhooks, int limit = 50)
    {
        if (limit is < 1 or > Longest)
        {
            throw new WebException(StatusCodes.Status400BadRequest, $"limit: expected 1 to {Longest}.");
        }

        var webhook = await RequireAsync(id, context, webhooks);
        var messages = await webhooks.MessagesAsync(webhook.UserId, webhook.Id, limit, context.RequestAborted);
        return
        [
            .. messages.Select(row => new DeliveryAnswer(
                row.Id, row.Type, row.SessionId, row.CreatedAt, row.Status, row.Attempts, row.Answer, row.Error, row.LastAt)),
        ];
    }

    private static async Task<Webhook> RequireAsync(string id, HttpContext context, IWebhooks webhooks) =>
        await webhooks.FindAsync(Caller.Of(context).UserId, id, context.RequestAborted) ?? throw Missing();

    private static WebException Missing() => new(
        StatusCodes.Status404NotFound, "There is no such webhook of yours. GET /api/webhooks lists those there are.");

    private static WebhookAnswer AnswerOf(Webhook webhook, string? secret = null) => new(
        webhook.Id, webhook.Url, webhook.Events.Split(' '), webhook.CreatedAt, webhook.DisabledBecause, secret);
}

/// <summary>A subscription that is wanted.</summary>
/// <param name="Url">Where messages are sent, https.</param>
/// <param name="Events">Types of what it is told; none for all.</param>
internal sealed record WebhookRequest(string? Url, IReadOnlyList<string>? Events = null);

/// <summary>A subscription.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Url">Where messages are sent.</param>
/// <param name="Events">Types of what it is told.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="DisabledBecause">Why it is told nothing any more; null while it is.</param>
/// <param name="Secret">What messages are signed with: only in the answer that made it.</param>
internal sealed record WebhookAnswer(
    string Id, string Url, IReadOnlyList<string> Events, DateTime CreatedAt, string? DisabledBecause,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Secret = null);

/// <summary>A message that is on its way.</summary>
/// <param name="Message">Its id, as the list of deliveries has it.</param>
internal sealed record TestAnswer(string Message);

/// <summary>A message and how it fared.</summary>
/// <param name="Id">Names it, in the header <c>webhook-id</c>, too.</param>
/// <param name="Type">What it tells.</param>
/// <param name="SessionId">The session, or the pipeline, that it tells of; null without one.</param>
/// <param name="CreatedAt">When it happened, UTC.</param>
/// <param name="Status"><c>pending</c>, <c>retrying</c>, <c>delivered</c> or <c>given_up</c>.</param>
/// <param name="Attempts">How often it was sent.</param>
/// <param name="Answer">The last answer, an HTTP status.</param>
/// <param name="Error">What went wrong last.</param>
/// <param name="LastAt">When it was sent last, UTC.</param>
internal sealed record DeliveryAnswer(
    string Id, string Type, string? SessionId, DateTime CreatedAt, string Status, int Attempts, int? Answer, string? Error,
    DateTime? LastAt);
