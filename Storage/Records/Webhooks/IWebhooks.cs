namespace TemporalVideo.Storage.Records.Webhooks;

/// <summary>Subscriptions and the messages to them.</summary>
public interface IWebhooks
{
    /// <summary>Keeps a subscription.</summary>
    /// <param name="webhook">The subscription.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task AddAsync(Webhook webhook, CancellationToken cancellationToken);

    /// <summary>What messages to a subscription are signed with; a subscription that was read has it as it is kept.</summary>
    /// <param name="webhook">The subscription.</param>
    string SecretOf(Webhook webhook);

    /// <summary>The subscriptions of a user, the oldest first.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<IReadOnlyList<Webhook>> OfAsync(string userId, CancellationToken cancellationToken);

    /// <summary>A subscription of a user; null when there is none of that id.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<Webhook?> FindAsync(string userId, string id, CancellationToken cancellationToken);

    /// <summary>Forgets a subscription; what was sent to it stays in the list of messages.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether there was one.</returns>
    Task<bool> RemoveAsync(string userId, string id, CancellationToken cancellationToken);

    /// <summary>Tells a subscriber nothing any more.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="id">Which.</param>
    /// <param name="because">Why.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task DisableAsync(string userId, string id, string because, CancellationToken cancellationToken);

    /// <summary>Puts a message into the list; one that is there stays as it is.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task BeginAsync(WebhookMessage message, CancellationToken cancellationToken);

    /// <summary>Writes how a message fared; one that is not there is left so.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="id">Which.</param>
    /// <param name="change">Changes the row that it is given.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task ChangeAsync(string userId, string id, Action<WebhookMessage> change, CancellationToken cancellationToken);

    /// <summary>The messages to a subscriber, the newest first.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="webhook">The subscription.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<IReadOnlyList<WebhookMessage>> MessagesAsync(
        string userId, string webhook, int limit, CancellationToken cancellationToken);
}
