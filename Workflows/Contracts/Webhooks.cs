using System.Text.Json.Serialization;
using Temporalio.Activities;
using Temporalio.Common;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>Types of what webhooks are told.</summary>
public static class WebhookEvents
{
    /// <summary>A session has come to its story, its scenes or its clips; <c>status</c> says which.</summary>
    public const string Progressed = "session.progressed";

    /// <summary>A session waits for a person; <c>waiting_for</c> says for what.</summary>
    public const string Waiting = "session.waiting";

    /// <summary>A session has its video.</summary>
    public const string Completed = "session.completed";

    /// <summary>A session has ended without; <c>reason</c> says why.</summary>
    public const string Failed = "session.failed";

    /// <summary>A session was stopped.</summary>
    public const string Cancelled = "session.cancelled";

    /// <summary>A job of a pipeline waits for a person; <c>waiting_for</c> says which.</summary>
    public const string PipelineWaiting = "pipeline.waiting";

    /// <summary>All jobs of a pipeline ended, and none failed that may not.</summary>
    public const string PipelineCompleted = "pipeline.completed";

    /// <summary>A pipeline has failed; <c>reason</c> says why.</summary>
    public const string PipelineFailed = "pipeline.failed";

    /// <summary>A pipeline was stopped.</summary>
    public const string PipelineCancelled = "pipeline.cancelled";

    /// <summary>Nothing has happened: somebody tries whether an address hears.</summary>
    public const string Test = "webhook.test";

    /// <summary>What can be subscribed; a test comes unasked.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Progressed, Waiting, Completed, Failed, Cancelled,
        PipelineWaiting, PipelineCompleted, PipelineFailed, PipelineCancelled,
    ];

    /// <summary>The type of how a session ended.</summary>
    /// <param name="outcome">How it ended.</param>
    public static string Of(VideoOutcome outcome) => outcome switch
    {
        VideoOutcome.Cancelled => Cancelled,
        VideoOutcome.Failed => Failed,
        _ => Completed,
    };

    /// <summary>The type of how a pipeline ended.</summary>
    /// <param name="outcome">How it ended.</param>
    public static string Of(PipelineOutcome outcome) => outcome switch
    {
        PipelineOutcome.Cancelled => PipelineCancelled,
        PipelineOutcome.Failed => PipelineFailed,
        _ => PipelineCompleted,
    };
}

/// <summary>What has changed, as it is sent: names in snake case, nothing for what does not apply.</summary>
public sealed record StateChange
{
    /// <summary>Whose.</summary>
    [JsonPropertyName("user_id")]
    public required string UserId { get; init; }

    /// <summary>Which session; null when it is none's.</summary>
    [JsonPropertyName("session_id"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SessionId { get; init; }

    /// <summary>Which pipeline; null when it is none's.</summary>
    [JsonPropertyName("pipeline_id"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PipelineId { get; init; }

    /// <summary>How far it is: a status of the row in <c>generations</c>, or an outcome.</summary>
    [JsonPropertyName("status"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Status { get; init; }

    /// <summary>What a person is waited for: <c>story</c>, <c>scenes</c>, the step that has failed, or the job.</summary>
    [JsonPropertyName("waiting_for"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WaitingFor { get; init; }

    /// <summary>Why it waits or has failed, for people.</summary>
    [JsonPropertyName("reason"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>What was charged so far, in US dollars.</summary>
    [JsonPropertyName("cost"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Cost { get; init; }
}

/// <summary>A message to one subscriber. Neither its address nor its secret is here: a history is read by many.</summary>
public sealed record WebhookDelivery
{
    /// <summary>The workflow type of a delivery.</summary>
    public const string Workflow = "WebhookDeliveryWorkflow";

    private const string Prefix = "webhook";

    /// <summary>Names the message: the header <c>webhook-id</c>, the same in every attempt.</summary>
    public required string Id { get; init; }

    /// <summary>The subscription.</summary>
    public required string Webhook { get; init; }

    /// <summary>One of <see cref="WebhookEvents"/>.</summary>
    public required string Type { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>What has changed.</summary>
    public required StateChange Change { get; init; }

    /// <summary>Its workflow id: one message is delivered by one workflow, however often it is asked for.</summary>
    [JsonIgnore]
    public string WorkflowId => WorkflowIdForm.Of(Prefix, new SessionKey(Change.UserId, Id));

    /// <summary>What its workflow is about, for people.</summary>
    [JsonIgnore]
    public string Summary => $"{Type} {Change.SessionId ?? Change.PipelineId}".TrimEnd();

    /// <summary>What its workflow is found by.</summary>
    [JsonIgnore]
    public SearchAttributeCollection SearchAttributes => new SearchAttributeCollection.Builder()
        .Set(VideoSearchAttributes.User, Change.UserId).ToSearchAttributeCollection();
}

/// <summary>A change that subscribers are told of.</summary>
/// <param name="Type">One of <see cref="WebhookEvents"/>.</param>
/// <param name="Change">What has changed.</param>
public sealed record Announcement(string Type, StateChange Change);

/// <summary>Activity: begins the delivery of a change to everyone who has subscribed to it.</summary>
public interface IAnnounceChange
{
    /// <inheritdoc cref="IAnnounceChange"/>
    /// <param name="announcement">The change.</param>
    [Activity]
    Task AnnounceChangeAsync(Announcement announcement);
}

/// <summary>
/// Activity: sends a message once. Fails with <see cref="FailureTypes.WebhookRefused"/> when the receiver did not take it; not to be
/// tried again where it does not want any more, or where nothing may be sent to.
/// </summary>
public interface IDeliverWebhook
{
    /// <inheritdoc cref="IDeliverWebhook"/>
    /// <param name="delivery">The message.</param>
    [Activity]
    Task DeliverWebhookAsync(WebhookDelivery delivery);
}

/// <summary>Activity: writes into the list of deliveries that a message is not tried any more.</summary>
public interface IGiveUpWebhook
{
    /// <inheritdoc cref="IGiveUpWebhook"/>
    /// <param name="delivery">The message.</param>
    /// <param name="reason">The last word, for people.</param>
    [Activity]
    Task GiveUpWebhookAsync(WebhookDelivery delivery, string reason);
}
