using Microsoft.EntityFrameworkCore;

namespace TemporalVideo.Storage.Records.Webhooks;

/// <summary>The tables <c>webhooks</c> and <c>webhook_deliveries</c>.</summary>
internal static class WebhookModel
{
    public static void Build(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Webhook>(webhook =>
        {
            webhook.ToTable("webhooks");
            webhook.Ignore(row => row.Owner);
            webhook.HasKey(row => new { row.UserId, row.Id }).HasName("pk_webhooks");
            webhook.Property(row => row.UserId).HasColumnName("user_id").HasMaxLength(64);
            webhook.Property(row => row.Id).HasColumnName("id").HasMaxLength(64);
            webhook.Property(row => row.Url).HasColumnName("url");
            webhook.Property(row => row.Secret).HasColumnName("secret").HasMaxLength(128);
            webhook.Property(row => row.Events).HasColumnName("events");
            webhook.Property(row => row.CreatedAt).HasColumnName("created_at");
            webhook.Property(row => row.DisabledBecause).HasColumnName("disabled_because");
        });
        modelBuilder.Entity<WebhookMessage>(message =>
        {
            message.ToTable("webhook_deliveries");
            message.HasKey(row => new { row.UserId, row.Id }).HasName("pk_webhook_deliveries");
            message.HasIndex(row => new { row.UserId, row.Webhook, row.CreatedAt }).HasDatabaseName("ix_webhook_deliveries");
            message.Property(row => row.UserId).HasColumnName("user_id").HasMaxLength(64);
            message.Property(row => row.Id).HasColumnName("id").HasMaxLength(64);
            message.Property(row => row.Webhook).HasColumnName("webhook").HasMaxLength(64);
            message.Property(row => row.Type).HasColumnName("type").HasMaxLength(64);
            message.Property(row => row.SessionId).HasColumnName("session_id").HasMaxLength(64);
            message.Property(row => row.CreatedAt).HasColumnName("created_at");
            message.Property(row => row.Status).HasColumnName("status").HasMaxLength(32);
            message.Property(row => row.Attempts).HasColumnName("attempts");
            message.Property(row => row.Answer).HasColumnName("answer");
            message.Property(row => row.Error).HasColumnName("error");
            message.Property(row => row.LastAt).HasColumnName("last_at");
        });
    }
}
