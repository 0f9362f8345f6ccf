using Microsoft.EntityFrameworkCore;

namespace TemporalVideo.Storage.Records.Jobs;

/// <summary>The tables <c>job_line</c> and <c>job_place</c>.</summary>
internal static class JobPlaceModel
{
    public static void Build(ModelBuilder modelBuilder) => modelBuilder
        .Entity<JobLineRow>(table =>
        {
            table.ToTable("job_line");
            table.HasKey(row => row.UserId).HasName("pk_job_line");
            table.Property(row => row.UserId).HasColumnName("user_id").HasMaxLength(64);
            table.Property(row => row.Tickets).HasColumnName("tickets");
        })
        .Entity<JobPlaceRow>(table =>
        {
            table.ToTable("job_place");
            table.HasKey(row => new { row.UserId, row.PipelineId, row.JobId }).HasName("pk_job_place");
            table.Property(row => row.UserId).HasColumnName("user_id").HasMaxLength(64);
            table.Property(row => row.PipelineId).HasColumnName("pipeline_id").HasMaxLength(64);
            table.Property(row => row.JobId).HasColumnName("job_id").HasMaxLength(200);
            table.Property(row => row.Attempt).HasColumnName("attempt");
            table.Property(row => row.RunId).HasColumnName("run_id").HasMaxLength(64);
            table.Property(row => row.State).HasColumnName("state").HasMaxLength(16).HasConversion<string>();
            table.Property(row => row.Ticket).HasColumnName("ticket");
            table.Property(row => row.AskedAt).HasColumnName("asked_at");
        });
}
