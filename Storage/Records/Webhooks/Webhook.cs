using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Records.Webhooks;

/// <summary>A subscription: who is told of what, and where. A row of the table <c>webhooks</c>.</summary>
public sealed class Webhook
{
    /// <summary>Whose sessions it hears of.</summary>
    public required string UserId { get; init; }

    /// <summary>Names it.</summary>
    public required string Id { get; init; }

    /// <summary>Where messages are sent.</summary>
    public required string Url { get; init; }

    /// <summary>The key that messages are signed with, base64 behind <c>whsec_</c>. It is shown once and then only
    /// read to sign; in the database it is encrypted where there are encryption keys.</summary>
    public required string Secret { get; init; }

    /// <summary>Types of what it is told, separated by spaces.</summary>
    public required string Events { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Why it is told nothing any more; null while it is.</summary>
    public string? DisabledBecause { get; set; }

    /// <summary>The row, as its secret knows it.</summary>
    internal string Owner => $"webhooks/{UserId}/{Id}";

    /// <summary>The same with another form of its secret.</summary>
    internal Webhook With(string secret) => new()
    {
        UserId = UserId,
        Id = Id,
        Url = Url,
        Secret = secret,
        Events = Events,
        CreatedAt = CreatedAt,
        DisabledBecause = DisabledBecause,
    };

    /// <summary>Whether it is told of a type.</summary>
    /// <param name="type">The type.</param>
    public bool Hears(string type) => DisabledBecause is null && Events.Split(' ').Contains(type);
}

/// <summary>A message to a subscriber, and how it fared. A row of the table <c>webhook_deliveries</c>.</summary>
public sealed class WebhookMessage
{
    /// <summary>Whose.</summary>
    public required string UserId { get; init; }

    /// <summary>Names it, in the header <c>webhook-id</c>, too.</summary>
    public required string Id { get; init; }

    /// <summary>The subscription.</summary>
    public required string Webhook { get; init; }

    /// <summary>What it tells.</summary>
    public required string Type { get; init; }

    /// <summary>The session, or the pipeline, that it tells of; null without one.</summary>
    public string? SessionId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>One of <see cref="WebhookStatus"/>.</summary>
    public string Status { get; set; } = WebhookStatus.Pending;

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>The last answer, an HTTP status; null without one.</summary>
    public int? Answer { get; set; }

    /// <summary>What went wrong last; null when nothing did.</summary>
    public string? Error { get; set; }

    /// <summary>When it was sent last, UTC; null before.</summary>
    public DateTime? LastAt { get; set; }

    /// <summary>The row of a message that is not sent yet.</summary>
    /// <param name="delivery">The message.</param>
    internal static WebhookMessage Of(WebhookDelivery delivery) => new()
    {
        UserId = delivery.Change.UserId,
        Id = delivery.Id,
        Webhook = delivery.Webhook,
        Type = delivery.Type,
        SessionId = delivery.Change.SessionId ?? delivery.Change.PipelineId,
        CreatedAt = delivery.At,
    };
}

/// <summary>How far a message is.</summary>
public static class WebhookStatus
{
    /// <summary>Not sent yet.</summary>
    public const string Pending = "pending";

    /// <summary>Sent without success, and sent again.</summary>
    public const string Retrying = "retrying";

    /// <summary>Taken.</summary>
    public const string Delivered = "delivered";

    /// <summary>Not tried any more.</summary>
    public const string GivenUp = "given_up";
}
