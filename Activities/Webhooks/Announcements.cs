using System.Security.Cryptography;
using System.Text;
using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.Storage.Records.Webhooks;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Webhooks;

/// <summary>Begins the delivery of changes to those who have subscribed to them, once for each, however often a step is tried.</summary>
internal sealed class Announcements(IWebhooks webhooks, TimeProvider time)
{
    /// <summary>Whether anybody has subscribed to changes of a kind.</summary>
    public async Task<bool> AreHeardAsync(string userId, string type, CancellationToken cancellationToken) =>
        (await webhooks.OfAsync(userId, cancellationToken)).Any(webhook => webhook.Hears(type));

    /// <summary>Tells of a change from within an activity.</summary>
    public async Task TellAsync(string type, StateChange change, CancellationToken cancellationToken)
    {
        foreach (var webhook in (await webhooks.OfAsync(change.UserId, cancellationToken)).Where(webhook => webhook.Hears(type)))
        {
            var info = ActivityExecutionContext.Current.Info;
            var delivery = new WebhookDelivery
            {
                Id = IdOf(webhook.Id, $"{info.WorkflowRunId} {info.ActivityId} {type} {change.WaitingFor}"),
                Webhook = webhook.Id,
                Type = type,
                At = time.GetUtcNow().UtcDateTime,
                Change = change,
            };
            await webhooks.BeginAsync(WebhookMessage.Of(delivery), cancellationToken);
            try
            {
                await ActivityExecutionContext.Current.TemporalClient.StartWorkflowAsync(
                    WebhookDelivery.Workflow, [delivery], new WorkflowOptions(delivery.WorkflowId, info.TaskQueue)
                    {
                        IdReusePolicy = WorkflowIdReusePolicy.RejectDuplicate,
                        StaticSummary = delivery.Summary,
                        TypedSearchAttributes = delivery.SearchAttributes,
                    });
            }
            catch (WorkflowAlreadyStartedException)
            {
                // An earlier attempt of this step has begun it.
            }
        }
    }

    private static string IdOf(string webhook, string change) =>
        $"msg_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{webhook} {change}")))[..32]}";
}
