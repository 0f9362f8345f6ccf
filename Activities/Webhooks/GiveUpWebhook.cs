using Temporalio.Activities;
using TemporalVideo.Storage.Records.Webhooks;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Webhooks;

/// <summary>Writes into the list of deliveries that a message is not tried any more.</summary>
internal sealed class GiveUpWebhook(IWebhooks webhooks) : IGiveUpWebhook
{
    [Activity]
    public Task GiveUpWebhookAsync(WebhookDelivery delivery, string reason) => webhooks.ChangeAsync(
        delivery.Change.UserId,
        delivery.Id,
        row => (row.Status, row.Error) = (WebhookStatus.GivenUp, reason),
        ActivityExecutionContext.Current.CancellationToken);
}
