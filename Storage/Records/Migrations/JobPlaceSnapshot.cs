using Microsoft.EntityFrameworkCore;

namespace TemporalVideo.Storage.Records.Migrations;

/// <summary>The places of running jobs in the model that the newest migration leads to.</summary>
internal static class JobPlaceSnapshot
{
    public static void Build(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity("TemporalVideo.Storage.Records.Jobs.JobLineRow", table =>
        {
            table.Property<string>("UserId").HasColumnName("user_id").HasMaxLength(64);
            table.Property<long>("Tickets").HasColumnName("tickets");
            table.HasKey("UserId").HasName("pk_job_line");
            table.ToTable("job_line");
        });
        modelBuilder.Entity("TemporalVideo.Storage.Records.Jobs.JobPlaceRow", table =>
        {
            table.Property<string>("UserId").HasColumnName("user_id").HasMaxLength(64);
            table.Property<string>("PipelineId").HasColumnName("pipeline_id").HasMaxLength(64);
            table.Property<string>("JobId").HasColumnName("job_id").HasMaxLength(200);
            table.Property<int>("Attempt").HasColumnName("attempt");
            table.Property<string>("RunId").IsRequired().HasColumnName("run_id").HasMaxLength(64);
            table.Property<string>("State").IsRequired().HasColumnName("state").HasMaxLength(16);
            table.Property<long>("Ticket").HasColumnName("ticket");
            table.Property<DateTime>("AskedAt").HasColumnName("asked_at");
            table.HasKey("UserId", "PipelineId", "JobId").HasName("pk_job_place");
            table.ToTable("job_place");
        });
    }
}
