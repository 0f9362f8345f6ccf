using Microsoft.EntityFrameworkCore;

namespace TemporalVideo.Storage.Records.Webhooks;

/// <summary>Reads and writes the tables <c>webhooks</c> and <c>webhook_deliveries</c>.</summary>
internal sealed class WebhookTable(IDbContextFactory<VideoDbContext> database, ISecretText secrets, TimeProvider time) : IWebhooks
{
    public async Task AddAsync(Webhook webhook, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        context.Webhooks.Add(webhook.With(secrets.Protect(webhook.Secret, webhook.Owner)));
        await context.SaveChangesAsync(cancellationToken);
    }

    public string SecretOf(Webhook webhook) => secrets.Reveal(webhook.Secret, webhook.Owner);

    public async Task<IReadOnlyList<Webhook>> OfAsync(string userId, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        return await context.Webhooks.AsNoTracking().Where(row => row.UserId == userId)
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
    }

    public async Task<Webhook?> FindAsync(string userId, string id, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        return await context.Webhooks.AsNoTracking().SingleOrDefaultAsync(
            row => row.UserId == userId && row.Id == id, cancellationToken);
    }

    public async Task<bool> RemoveAsync(string userId, string id, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        return await context.Webhooks.Where(row => row.UserId == userId && row.Id == id).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    public async Task DisableAsync(string userId, string id, string because, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        if (await context.Webhooks.SingleOrDefaultAsync(row => row.UserId == userId && row.Id == id, cancellationToken) is { } row)
        {
            row.DisabledBecause = because;
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    public async Task BeginAsync(WebhookMessage message, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        if (!await context.WebhookMessages.AnyAsync(row => row.UserId == message.UserId && row.Id == message.Id, cancellationToken))
        {
            context.WebhookMessages.Add(message);
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    public async Task ChangeAsync(string userId, string id, Action<WebhookMessage> change, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        if (await context.WebhookMessages.SingleOrDefaultAsync(
            row => row.UserId == userId && row.Id == id, cancellationToken) is { } message)
        {
            change(message);
            (message.Error, message.LastAt) = (StoredText.OfMaybe(message.Error), StoredTime.Now(time));
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    public async Task<IReadOnlyList<WebhookMessage>> MessagesAsync(
        string userId, string webhook, int limit, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        return await context.WebhookMessages.AsNoTracking().Where(row => row.UserId == userId && row.Webhook == webhook)
            .OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Id).Take(limit).ToListAsync(cancellationToken);
    }
}
