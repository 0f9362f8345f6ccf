using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TemporalVideo.Storage.Records.Generations;
using TemporalVideo.Storage.Records.Jobs;
using TemporalVideo.Storage.Records.Money;
using TemporalVideo.Storage.Records.Webhooks;

namespace TemporalVideo.Storage.Records;

/// <summary>The database of sessions.</summary>
/// <param name="options">Which database.</param>
internal sealed class VideoDbContext(DbContextOptions<VideoDbContext> options) : DbContext(options)
{
    public DbSet<VideoSession> Sessions => Set<VideoSession>();

    public DbSet<Generation> Generations => Set<Generation>();

    public DbSet<MoneyAccount> Accounts => Set<MoneyAccount>();

    public DbSet<PaidUnit> Units => Set<PaidUnit>();

    public DbSet<LedgerRow> Ledger => Set<LedgerRow>();

    public DbSet<TemplateRow> PipelineTemplates => Set<TemplateRow>();

    public DbSet<PipelineRow> Pipelines => Set<PipelineRow>();

    public DbSet<StageRow> PipelineStages => Set<StageRow>();

    public DbSet<JobRow> PipelineJobs => Set<JobRow>();

    public DbSet<DependencyRow> PipelineDependencies => Set<DependencyRow>();

    public DbSet<ArtifactRow> PipelineArtifacts => Set<ArtifactRow>();

    public DbSet<ConsumptionRow> PipelineConsumptions => Set<ConsumptionRow>();

    public DbSet<JobPlaceRow> JobPlaces => Set<JobPlaceRow>();

    public DbSet<JobLineRow> JobLines => Set<JobLineRow>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookMessage> WebhookMessages => Set<WebhookMessage>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        MoneyModel.Build(modelBuilder);
        GenerationModel.Build(modelBuilder);
        PipelineModel.Build(modelBuilder);
        JobPlaceModel.Build(modelBuilder);
        WebhookModel.Build(modelBuilder);
        BuildSessions(modelBuilder);
    }

    private static void BuildSessions(ModelBuilder modelBuilder) => modelBuilder.Entity<VideoSession>(session =>
    {
        session.ToTable("video_session");
        session.HasKey(row => new { row.UserId, row.Id }).HasName("pk_video_session");
        session.Property(row => row.Id).HasColumnName("id").HasMaxLength(64);
        session.Property(row => row.UserId).HasColumnName("user_id").HasMaxLength(64);
        session.Property(row => row.Topic).HasColumnName("topic");
        session.Property(row => row.Outcome).HasColumnName("outcome").HasMaxLength(32);
        session.Property(row => row.VideoKey).HasColumnName("video_key");
        session.Property(row => row.Error).HasColumnName("error");
        session.Property(row => row.Cost).HasColumnName("cost").HasPrecision(12, 4);
        session.Property(row => row.CreatedAt).HasColumnName("created_at");
        session.Property(row => row.CompletedAt).HasColumnName("completed_at");
    });

    /// <summary>SQLite forgets that a time is UTC, PostgreSQL insists on it.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        time => time, time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
