using Temporalio.Activities;
using Temporalio.Exceptions;
using TemporalVideo.Storage.Records.Webhooks;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Webhooks;

/// <summary>Sends a message once, and writes down how it fared.</summary>
internal sealed class DeliverWebhook(IWebhooks webhooks, WebhookSender sender) : IDeliverWebhook
{
    [Activity]
    public async Task DeliverWebhookAsync(WebhookDelivery delivery)
    {
        var cancellationToken = ActivityExecutionContext.Current.CancellationToken;
        var (user, attempt) = (delivery.Change.UserId, ActivityExecutionContext.Current.Info.Attempt);
        if (await webhooks.FindAsync(user, delivery.Webhook, cancellationToken) is not { DisabledBecause: null } webhook)
        {
            throw Refused("The subscription is not there any more, or hears nothing any more.", final: true);
        }

        var answer = await sender.SendAsync(webhook, webhooks.SecretOf(webhook), delivery, cancellationToken);
        await webhooks.ChangeAsync(
            user,
            delivery.Id,
            row => (row.Status, row.Attempts, row.Answer, row.Error) = (
                answer.Fault is null ? WebhookStatus.Delivered : WebhookStatus.Retrying, attempt, answer.Status, answer.Fault),
            cancellationToken);
        if (answer.IsGone)
        {
            await webhooks.DisableAsync(user, webhook.Id, answer.Fault!, cancellationToken);
        }

        if (answer.Fault is { } fault)
        {
            throw Refused(fault, answer.IsFinal, answer.RetryAfter);
        }
    }

    private static ApplicationFailureException Refused(string fault, bool final, TimeSpan? after = null) =>
        new(fault, errorType: FailureTypes.WebhookRefused, nonRetryable: final, nextRetryDelay: after);
}
