using System.Collections.Concurrent;
using Temporalio.Activities;
using Temporalio.Exceptions;
using TemporalVideo.Storage.Records.Webhooks;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Tests;

/// <summary>Delivers messages of webhooks to nobody: nothing leaves this machine. What is written of them is real.</summary>
internal sealed class FakeDeliveries(IWebhooks webhooks) : IDeliverWebhook, IGiveUpWebhook
{
    /// <summary>Messages to an address with this word wait until <see cref="GoOn"/>.</summary>
    public const string Slow = "slow";

    /// <summary>An address with this word refuses.</summary>
    public const string Refusing = "refusing";

    /// <summary>What was sent.</summary>
    public ConcurrentQueue<WebhookDelivery> Sent { get; } = new();

    /// <summary>Lets slow ones answer.</summary>
    public TaskCompletionSource GoOn { get; } = new();

    [Activity]
    public async Task DeliverWebhookAsync(WebhookDelivery delivery)
    {
        var webhook = (await webhooks.FindAsync(delivery.Change.UserId, delivery.Webhook, default))!;
        if (webhook.Url.Contains(Slow, StringComparison.Ordinal))
        {
            await GoOn.Task;
        }

        Sent.Enqueue(delivery);
        var refuses = webhook.Url.Contains(Refusing, StringComparison.Ordinal);
        await webhooks.ChangeAsync(delivery.Change.UserId, delivery.Id, row => (row.Status, row.Attempts, row.Answer) = (
            refuses ? WebhookStatus.Retrying : WebhookStatus.Delivered, 1, refuses ? 503 : 204), default);
        if (refuses)
        {
            throw new ApplicationFailureException("It answers 503.", errorType: FailureTypes.WebhookRefused, nonRetryable: true);
        }
    }

    [Activity]
    public Task GiveUpWebhookAsync(WebhookDelivery delivery, string reason) => webhooks.ChangeAsync(
        delivery.Change.UserId, delivery.Id, row => (row.Status, row.Error) = (WebhookStatus.GivenUp, reason), default);
}
