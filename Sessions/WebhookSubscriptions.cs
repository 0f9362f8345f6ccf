using System.Security.Cryptography;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Exceptions;
using TemporalVideo.Storage;
using TemporalVideo.Storage.Records.Webhooks;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions;

/// <summary>Makes and tries subscriptions to what sessions do.</summary>
/// <param name="webhooks">Keeps them.</param>
/// <param name="privateToo">Whether they may lead into one's own network.</param>
/// <param name="time">Says when.</param>
internal sealed class WebhookSubscriptions(IWebhooks webhooks, bool privateToo, TimeProvider time)
{
    private const int Most = 20;
    private const int LongestUrl = 2000;
    private const int ClosingAttempts = 10;
    private static readonly TimeSpan ClosingPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Makes a subscription; its secret is shown to nobody later.</summary>
    /// <param name="userId">Whose sessions it hears of.</param>
    /// <param name="address">Where messages are sent.</param>
    /// <param name="events">Types of what it is told; empty for all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="WebhookRefusedException">It cannot be made; the message says why.</exception>
    public async Task<Webhook> AddAsync(
        string userId, string? address, IReadOnlyList<string> events, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || address!.Length > LongestUrl)
        {
            throw new WebhookRefusedException(
                $"url: expected an address such as https://example.org/hook, of at most {LongestUrl} characters.");
        }

        if (PublicAddresses.Objection(url, privateToo) is { } objection)
        {
            throw new WebhookRefusedException($"url: {objection}.");
        }

        if (events.FirstOrDefault(type => !WebhookEvents.All.Contains(type)) is { } unknown)
        {
            throw new WebhookRefusedException($"events: there is no '{unknown}'; there are {string.Join(", ", WebhookEvents.All)}.");
        }

        if ((await webhooks.OfAsync(userId, cancellationToken)).Count >= Most)
        {
            throw new WebhookRefusedException($"A user has at most {Most} webhooks. Remove one first.");
        }

        var webhook = new Webhook
        {
            UserId = userId,
            Id = $"wh_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}",
            Url = url.AbsoluteUri,
            Secret = $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}",
            Events = string.Join(' ', events.Count > 0 ? events.Distinct() : WebhookEvents.All),
            CreatedAt = time.GetUtcNow().UtcDateTime,
        };
        await webhooks.AddAsync(webhook, cancellationToken);
        return webhook;
    }

    /// <summary>Sends a message that tells of nothing.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> TryAsync(ITemporalClient client, string taskQueue, Webhook webhook, CancellationToken cancellationToken)
    {
        var delivery = new WebhookDelivery
        {
            Id = $"msg_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}",
            Webhook = webhook.Id,
            Type = WebhookEvents.Test,
            At = time.GetUtcNow().UtcDateTime,
            Change = new StateChange { UserId = webhook.UserId },
        };
        await webhooks.BeginAsync(WebhookMessage.Of(delivery), cancellationToken);
        await StartAsync(client, taskQueue, delivery, cancellationToken);
        return delivery.Id;
    }

    /// <summary>Sends a message once more, with the id that it had: receivers that have it already know it.</summary>
    /// <exception cref="WebhookRefusedException">It is on its way still, or the server does not remember it any more.</exception>
    public async Task AgainAsync(
        ITemporalClient client, string taskQueue, Webhook webhook, string message, CancellationToken cancellationToken)
    {
        var asked = new WebhookDelivery
        {
            Id = message,
            Webhook = webhook.Id,
            Type = WebhookEvents.Test,
            At = default,
            Change = new StateChange { UserId = webhook.UserId },
        };
        try
        {
            var history = await client.GetWorkflowHandle(asked.WorkflowId).FetchHistoryAsync(
                new WorkflowHistoryEventFetchOptions { Rpc = new() { CancellationToken = cancellationToken } });
            var input = history.Events.First().WorkflowExecutionStartedEventAttributes.Input.Payloads_[0];
            var delivery = await client.Options.DataConverter.ToValueAsync<WebhookDelivery>(input);
            if (delivery.Webhook != webhook.Id)
            {
                throw Unknown(message);
            }

            await StartAgainAsync(client, taskQueue, delivery, cancellationToken);
        }
        catch (RpcException forgotten) when (forgotten.Code == RpcException.StatusCode.NotFound)
        {
            throw Unknown(message);
        }
    }

    private async Task StartAgainAsync(
        ITemporalClient client, string taskQueue, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        var before = WebhookStatus.Pending;
        var user = delivery.Change.UserId;
        await webhooks.ChangeAsync(
            user, delivery.Id, row => (before, row.Status) = (row.Status, WebhookStatus.Pending), cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await StartAsync(client, taskQueue, delivery, cancellationToken);
                return;
            }
            catch (WorkflowAlreadyStartedException) when (attempt < ClosingAttempts)
            {
                // A message is taken a moment before its workflow has ended.
                await Task.Delay(ClosingPause, time, cancellationToken);
            }
            catch (WorkflowAlreadyStartedException)
            {
                await webhooks.ChangeAsync(user, delivery.Id, row => row.Status = before, cancellationToken);
                throw new WebhookRefusedException("The message is on its way still: it is sent again until it is taken or given up.");
            }
        }
    }

    private static WebhookRefusedException Unknown(string message) => new(
        $"There is no message '{message}' to this webhook, or it is so old that the server has forgotten what it said.");

    private static async Task StartAsync(
        ITemporalClient client, string taskQueue, WebhookDelivery delivery, CancellationToken cancellationToken) =>
        await client.StartWorkflowAsync(WebhookDelivery.Workflow, [delivery], new WorkflowOptions(delivery.WorkflowId, taskQueue)
        {
            StaticSummary = delivery.Summary,
            TypedSearchAttributes = delivery.SearchAttributes,
            Rpc = new RpcOptions { CancellationToken = cancellationToken },
        });
}

/// <summary>A subscription that cannot be made.</summary>
/// <param name="message">Why, and what to do.</param>
internal sealed class WebhookRefusedException(string message) : Exception(message);
