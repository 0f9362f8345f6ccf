using Microsoft.EntityFrameworkCore;
using TemporalVideo.Storage.Records.Generations;

namespace TemporalVideo.Storage.Records.Jobs;

/// <summary>The tables of pipelines of jobs. Revisions are tokens of concurrency: of two writers at once one reads again.</summary>
internal static class PipelineModel
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

    private static void BuildTemplateRow(ModelBuilder modelBuilder) => modelBuilder.Entity<TemplateRow>(table =>
    {
        table.ToTable("pipeline_template");
        table.HasKey(row => new { row.Name, row.Version }).HasName("pk_pipeline_template");
        table.Property(row => row.Name).HasColumnName("name").HasMaxLength(64);
        table.Property(row => row.Version).HasColumnName("version");
        table.Property(row => row.Hash).HasColumnName("hash").HasMaxLength(64);
        table.Property(row => row.Text).HasColumnName("text");
        table.Property(row => row.Origin).HasColumnName("origin").HasMaxLength(64);
        table.Property(row => row.CreatedAt).HasColumnName("created_at");
    });

    private static void BuildPipelineRow(ModelBuilder modelBuilder) => modelBuilder.Entity<PipelineRow>(table =>
    {
        table.ToTable("pipeline");
        table.HasKey(row => new { row.UserId, row.Id }).HasName("pk_pipeline");
        table.Property(row => row.UserId).HasColumnName("user_id").HasMaxLength(64);
        table.Property(row => row.Id).HasColumnName("id").HasMaxLength(64);
        table.Property(row => row.Template).HasColumnName("template").HasMaxLength(64);
        table.Property(row => row.TemplateVersion).HasColumnName("template_version");
        table.Property(row => row.PlanKey).HasColumnName("plan_key");
        table.Property(row => row.OriginalPrompt).HasColumnName("original_prompt");
        table.Property(row => row.Parameters).HasColumnName("parameters").HasColumnType(GenerationModel.Json);
        table.Property(row => row.State).HasColumnName("state").HasMaxLength(16);
        table.Property(row => row.Error).HasColumnName("error");
        table.Property(row => row.Round).HasColumnName("round");
        table.Property(row => row.Revision).HasColumnName("revision").IsConcurrencyToken();
        table.Property(row => row.CreatedAt).HasColumnName("created_at");
        table.Property(row => row.CompletedAt).HasColumnName("completed_at");
    });

    private static void BuildStageRow(ModelBuilder modelBuilder) => modelBuilder.Entity<StageRow>(table =>
    {
        table.ToTable("pipeline_stage");
        table.HasKey(row => new { row.UserId, row.PipelineId, row.Name }).HasName("pk_pipeline_stage");
        table.Property(row => row.UserId).HasColumnName("user_id").HasMaxLength(64);
        table.Property(row => row.PipelineId).HasColumnName("pipeline_id").HasMaxLength(64);
        table.Property(row => row.Name).HasColumnName("name").HasMaxLength(200);
        table.Property(row => row.Position).HasColumnName("position");
        table.Property(row => row.State).HasColumnName("state").HasMaxLength(16);
    });

    private static void BuildJobRow(ModelBuilder modelBuilder) => modelBuilder.Entity<JobRow>(table =>
    {
        table.ToTable("pipeline_job");
        table.HasKey(row => new { row.UserId, row.PipelineId, row.Id }).HasName("pk_pipeline_job");
        table.Property(row => row.UserId).HasColumnName("user_id").HasMaxLength(64);
        table.Property(row => row.PipelineId).HasColumnName("pipeline_id").HasMaxLength(64);
        table.Property(row => row.Id).HasColumnName("id").HasMaxLength(200);
        table.Property(row => row.Position).HasColumnName("position");
        table.Property(row => row.Type).HasColumnName("type").HasMaxLength(64);
        table.Property(row => row.Stage).HasColumnName("stage").HasMaxLength(200);
        table.Property(row => row.State).HasColumnName("state").HasMaxLength(16);
        table.Property(row => row.Reason).HasColumnName("reason");
        table.Property(row => row.Attempt).HasColumnName("attempt");
        table.Property(row => row.RetryCount).HasColumnName("retry_count");
        table.Property(row => row.MaxRetries).HasColumnName("max_retries");
        table.Property(row => row.Lost).HasColumnName("lost");
        table.Property(row => row.AllowFailure).HasColumnName("allow_failure");
        table.Property(row => row.ParentJob).HasColumnName("parent_job").HasMaxLength(200);
        table.Property(row => row.SpecOf).HasColumnName("spec_of").HasMaxLength(200);
        table.Property(row => row.RegressionContext).HasColumnName("regression_context");
        table.Property(row => row.Round).HasColumnName("round");
        table.Property(row => row.Revision).HasColumnName("revision").IsConcurrencyToken();
        table.Property(row => row.StartedAt).HasColumnName("started_at");
        table.Property(row => row.CompletedAt).HasColumnName("completed_at");
    });

    private static void BuildDependencyRow(ModelBuilder modelBuilder) => modelBuilder.Entity<DependencyRow>(table =>
    {
        table.ToTable("pipeline_dependency");
        table.HasKey(row => new { row.UserId, row.PipelineId, row.JobId, row.Needs }).HasName("pk_pipeline_dependency");
        table.Property(row => row.UserId).HasColumnName("user_id").HasMaxLength(64);
        table.Property(row => row.PipelineId).HasColumnName("pipeline_id").HasMaxLength(64);
        table.Property(row => row.JobId).HasColumnName("job_id").HasMaxLength(200);
        table.Property(row => row.Needs).HasColumnName("needs").HasMaxLength(200);
        table.Property(row => row.Condition).HasColumnName("condition").HasMaxLength(16);
    });

    private static void BuildArtifactRow(ModelBuilder modelBuilder) => modelBuilder.Entity<ArtifactRow>(table =>
    {
        table.ToTable("pipeline_artifact");
        table.HasKey(row => new { row.UserId, row.PipelineId, row.JobId, row.Attempt, row.Path }).HasName("pk_pipeline_artifact");
        table.Property(row => row.UserId).HasColumnName("user_id").HasMaxLength(64);
        table.Property(row => row.PipelineId).HasColumnName("pipeline_id").HasMaxLength(64);
        table.Property(row => row.JobId).HasColumnName("job_id").HasMaxLength(200);
        table.Property(row => row.Attempt).HasColumnName("attempt");
        table.Property(row => row.Path).HasColumnName("path");
        table.Property(row => row.Type).HasColumnName("type").HasMaxLength(32);
        table.Property(row => row.Sha256).HasColumnName("sha256").HasMaxLength(64);
        table.Property(row => row.Bytes).HasColumnName("bytes");
        table.Property(row => row.CreatedAt).HasColumnName("created_at");
    });

    private static void BuildConsumptionRow(ModelBuilder modelBuilder) => modelBuilder.Entity<ConsumptionRow>(table =>
    {
        table.ToTable("pipeline_consumption");
        table.HasKey(row => new { row.UserId, row.PipelineId, row.JobId, row.Attempt, row.SourceJob, row.SourceAttempt, row.Path })
            .HasName("pk_pipeline_consumption");
        table.Property(row => row.UserId).HasColumnName("user_id").HasMaxLength(64);
        table.Property(row => row.PipelineId).HasColumnName("pipeline_id").HasMaxLength(64);
        table.Property(row => row.JobId).HasColumnName("job_id").HasMaxLength(200);
        table.Property(row => row.Attempt).HasColumnName("attempt");
        table.Property(row => row.SourceJob).HasColumnName("source_job").HasMaxLength(200);
        table.Property(row => row.SourceAttempt).HasColumnName("source_attempt");
        table.Property(row => row.Path).HasColumnName("path");
        table.Property(row => row.Sha256).HasColumnName("sha256").HasMaxLength(64);
        table.Property(row => row.At).HasColumnName("at");
    });
}
