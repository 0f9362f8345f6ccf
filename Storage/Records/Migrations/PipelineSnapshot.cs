using Microsoft.EntityFrameworkCore;

namespace TemporalVideo.Storage.Records.Migrations;

/// <summary>The part of the snapshot that is of pipelines of jobs.</summary>
internal static class PipelineSnapshot
{
    public static void Build(ModelBuilder modelBuilder)
    {
        BuildTemplateRow(modelBuilder);
        BuildPipelineRow(modelBuilder);
        BuildStageRow(modelBuilder);
        BuildJobRow(modelBuilder);
        BuildDependencyRow(modelBuilder);
        BuildArtifactRow(modelBuilder);
        BuildConsumptionRow(modelBuilder);
    }

    private static void BuildTemplateRow(ModelBuilder modelBuilder) =>
        modelBuilder.Entity("TemporalVideo.Storage.Records.Jobs.TemplateRow", table =>
        {
            table.Property<string>("Name").HasColumnName("name").HasMaxLength(64);
            table.Property<int>("Version").HasColumnName("version");
            table.Property<string>("Hash").IsRequired().HasColumnName("hash").HasMaxLength(64);
            table.Property<string>("Text").IsRequired().HasColumnName("text");
            table.Property<string>("Origin").IsRequired().HasColumnName("origin").HasMaxLength(64);
            table.Property<DateTime>("CreatedAt").HasColumnName("created_at");
            table.HasKey("Name", "Version").HasName("pk_pipeline_template");
            table.ToTable("pipeline_template");
        });

    private static void BuildPipelineRow(ModelBuilder modelBuilder) =>
        modelBuilder.Entity("TemporalVideo.Storage.Records.Jobs.PipelineRow", table =>
        {
            table.Property<string>("UserId").HasColumnName("user_id").HasMaxLength(64);
            table.Property<string>("Id").HasColumnName("id").HasMaxLength(64);
            table.Property<string>("Template").IsRequired().HasColumnName("template").HasMaxLength(64);
            table.Property<int?>("TemplateVersion").HasColumnName("template_version");
            table.Property<string>("PlanKey").IsRequired().HasColumnName("plan_key");
            table.Property<string>("OriginalPrompt").IsRequired().HasColumnName("original_prompt");
            table.Property<string>("Parameters").IsRequired().HasColumnName("parameters").HasColumnType("jsonb");
            table.Property<string>("State").IsRequired().HasColumnName("state").HasMaxLength(16);
            table.Property<string>("Error").HasColumnName("error");
            table.Property<int>("Round").HasColumnName("round");
            table.Property<int>("Revision").HasColumnName("revision").IsConcurrencyToken();
            table.Property<DateTime>("CreatedAt").HasColumnName("created_at");
            table.Property<DateTime?>("CompletedAt").HasColumnName("completed_at");
            table.HasKey("UserId", "Id").HasName("pk_pipeline");
            table.ToTable("pipeline");
        });

    private static void BuildStageRow(ModelBuilder modelBuilder) =>
        modelBuilder.Entity("TemporalVideo.Storage.Records.Jobs.StageRow", table =>
        {
            table.Property<string>("UserId").HasColumnName("user_id").HasMaxLength(64);
            table.Property<string>("PipelineId").HasColumnName("pipeline_id").HasMaxLength(64);
            table.Property<string>("Name").HasColumnName("name").HasMaxLength(200);
            table.Property<int>("Position").HasColumnName("position");
            table.Property<string>("State").IsRequired().HasColumnName("state").HasMaxLength(16);
            table.HasKey("UserId", "PipelineId", "Name").HasName("pk_pipeline_stage");
            table.ToTable("pipeline_stage");
        });

    private static void BuildJobRow(ModelBuilder modelBuilder) =>
        modelBuilder.Entity("TemporalVideo.Storage.Records.Jobs.JobRow", table =>
        {
            table.Property<string>("UserId").HasColumnName("user_id").HasMaxLength(64);
            table.Property<string>("PipelineId").HasColumnName("pipeline_id").HasMaxLength(64);
            table.Property<string>("Id").HasColumnName("id").HasMaxLength(200);
            table.Property<int>("Position").HasColumnName("position");
            table.Property<string>("Type").IsRequired().HasColumnName("type").HasMaxLength(64);
            table.Property<string>("Stage").HasColumnName("stage").HasMaxLength(200);
            table.Property<string>("State").IsRequired().HasColumnName("state").HasMaxLength(16);
            table.Property<string>("Reason").HasColumnName("reason");
            table.Property<int>("Attempt").HasColumnName("attempt");
            table.Property<int>("RetryCount").HasColumnName("retry_count");
            table.Property<int>("MaxRetries").HasColumnName("max_retries");
            table.Property<int>("Lost").HasColumnName("lost");
            table.Property<bool>("AllowFailure").HasColumnName("allow_failure");
            table.Property<string>("ParentJob").HasColumnName("parent_job").HasMaxLength(200);
            table.Property<string>("SpecOf").HasColumnName("spec_of").HasMaxLength(200);
            table.Property<string>("RegressionContext").HasColumnName("regression_context");
            table.Property<int>("Round").HasColumnName("round");
            table.Property<int>("Revision").HasColumnName("revision").IsConcurrencyToken();
            table.Property<DateTime?>("StartedAt").HasColumnName("started_at");
            table.Property<DateTime?>("CompletedAt").HasColumnName("completed_at");
            table.HasKey("UserId", "PipelineId", "Id").HasName("pk_pipeline_job");
            table.ToTable("pipeline_job");
        });

    private static void BuildDependencyRow(ModelBuilder modelBuilder) =>
        modelBuilder.Entity("TemporalVideo.Storage.Records.Jobs.DependencyRow", table =>
        {
            table.Property<string>("UserId").HasColumnName("user_id").HasMaxLength(64);
            table.Property<string>("PipelineId").HasColumnName("pipeline_id").HasMaxLength(64);
            table.Property<string>("JobId").HasColumnName("job_id").HasMaxLength(200);
            table.Property<string>("Needs").HasColumnName("needs").HasMaxLength(200);
            table.Property<string>("Condition").IsRequired().HasColumnName("condition").HasMaxLength(16);
            table.HasKey("UserId", "PipelineId", "JobId", "Needs").HasName("pk_pipeline_dependency");
            table.ToTable("pipeline_dependency");
        });

    private static void BuildArtifactRow(ModelBuilder modelBuilder) =>
        modelBuilder.Entity("TemporalVideo.Storage.Records.Jobs.ArtifactRow", table =>
        {
            table.Property<string>("UserId").HasColumnName("user_id").HasMaxLength(64);
            table.Property<string>("PipelineId").HasColumnName("pipeline_id").HasMaxLength(64);
            table.Property<string>("JobId").HasColumnName("job_id").HasMaxLength(200);
            table.Property<int>("Attempt").HasColumnName("attempt");
            table.Property<string>("Path").HasColumnName("path");
            table.Property<string>("Type").IsRequired().HasColumnName("type").HasMaxLength(32);
            table.Property<string>("Sha256").IsRequired().HasColumnName("sha256").HasMaxLength(64);
            table.Property<long>("Bytes").HasColumnName("bytes");
            table.Property<DateTime>("CreatedAt").HasColumnName("created_at");
            table.HasKey("UserId", "PipelineId", "JobId", "Attempt", "Path").HasName("pk_pipeline_artifact");
            table.ToTable("pipeline_artifact");
        });

    private static void BuildConsumptionRow(ModelBuilder modelBuilder) =>
        modelBuilder.Entity("TemporalVideo.Storage.Records.Jobs.ConsumptionRow", table =>
        {
            table.Property<string>("UserId").HasColumnName("user_id").HasMaxLength(64);
            table.Property<string>("PipelineId").HasColumnName("pipeline_id").HasMaxLength(64);
            table.Property<string>("JobId").HasColumnName("job_id").HasMaxLength(200);
            table.Property<int>("Attempt").HasColumnName("attempt");
            table.Property<string>("SourceJob").HasColumnName("source_job").HasMaxLength(200);
            table.Property<int>("SourceAttempt").HasColumnName("source_attempt");
            table.Property<string>("Path").HasColumnName("path");
            table.Property<string>("Sha256").IsRequired().HasColumnName("sha256").HasMaxLength(64);
            table.Property<DateTime>("At").HasColumnName("at");
            table.HasKey("UserId", "PipelineId", "JobId", "Attempt", "SourceJob", "SourceAttempt", "Path")
                .HasName("pk_pipeline_consumption");
            table.ToTable("pipeline_consumption");
        });
}
