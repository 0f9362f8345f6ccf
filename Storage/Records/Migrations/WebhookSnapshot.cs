using Microsoft.EntityFrameworkCore;

namespace TemporalVideo.Storage.Records.Migrations;

/// <summary>The tables of webhooks in the model that the newest migration leads to.</summary>
internal static class WebhookSnapshot
{
    public static void Build(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity("TemporalVideo.Storage.Records.Webhooks.Webhook", webhook =>
        {
            webhook.Property<string>("UserId").HasColumnName("user_id").HasMaxLength(64);
            webhook.Property<string>("Id").HasColumnName("id").HasMaxLength(64);
            webhook.Property<string>("Url").IsRequired().HasColumnName("url");
            webhook.Property<string>("Secret").IsRequired().HasColumnName("secret").HasMaxLength(128);
            webhook.Property<string>("Events").IsRequired().HasColumnName("events");
            webhook.Property<DateTime>("CreatedAt").HasColumnName("created_at");
            webhook.Property<string>("DisabledBecause").HasColumnName("disabled_because");
            webhook.HasKey("UserId", "Id").HasName("pk_webhooks");
            webhook.ToTable("webhooks");
        });
        modelBuilder.Entity("TemporalVideo.Storage.Records.Webhooks.WebhookMessage", message =>
        {
            message.Property<string>("UserId").HasColumnName("user_id").HasMaxLength(64);
            message.Property<string>("Id").HasColumnName("id").HasMaxLength(64);
            message.Property<string>("Webhook").IsRequired().HasColumnName("webhook").HasMaxLength(64);
            message.Property<string>("Type").IsRequired().HasColumnName("type").HasMaxLength(64);
            message.Property<string>("SessionId").HasColumnName("session_id").HasMaxLength(64);
            message.Property<DateTime>("CreatedAt").HasColumnName("created_at");
            message.Property<string>("Status").IsRequired().HasColumnName("status").HasMaxLength(32);
            message.Property<int>("Attempts").HasColumnName("attempts");
            message.Property<int?>("Answer").HasColumnName("answer");
            message.Property<string>("Error").HasColumnName("error");
            message.Property<DateTime?>("LastAt").HasColumnName("last_at");
            message.HasKey("UserId", "Id").HasName("pk_webhook_deliveries");
            message.HasIndex("UserId", "Webhook", "CreatedAt").HasDatabaseName("ix_webhook_deliveries");
            message.ToTable("webhook_deliveries");
        });
    }
}
