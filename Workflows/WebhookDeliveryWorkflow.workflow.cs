using Temporalio.Exceptions;
using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Policies;
using TemporalVideo.Workflows.Video;

namespace TemporalVideo.Workflows;

/// <summary>Delivers one message to one subscriber, for more than a day when it must, and has a last word when nobody took it.</summary>
[Workflow(WebhookDelivery.Workflow)]
public sealed class WebhookDeliveryWorkflow
{
    /// <summary>Delivers it. Fails with <see cref="FailureTypes.WebhookRefused"/> when it could not be.</summary>
    /// <param name="delivery">The message.</param>
    [WorkflowRun]
    public async Task RunAsync(WebhookDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        try
        {
            await Workflow.ExecuteActivityAsync(
                (IDeliverWebhook step) => step.DeliverWebhookAsync(delivery), WebhookPolicies.Attempts(delivery.Type));
        }
        catch (ActivityFailureException failure)
        {
            var reason = TemporalException.IsCanceledException(failure) ? "The delivery was stopped." : FailureReason.Of(failure).Text;
            await Workflow.ExecuteActivityAsync(
                (IGiveUpWebhook step) => step.GiveUpWebhookAsync(delivery, reason), WebhookPolicies.LastWord);
            throw new ApplicationFailureException(reason, failure, FailureTypes.WebhookRefused, nonRetryable: true);
        }
    }
}
