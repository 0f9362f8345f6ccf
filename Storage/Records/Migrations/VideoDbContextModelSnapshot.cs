using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace TemporalVideo.Storage.Records.Migrations;

/// <summary>
/// The model that the newest migration leads to. EF compares it with the present model and refuses to migrate when a migration is missing.
/// </summary>
[DbContext(typeof(VideoDbContext))]
internal sealed class VideoDbContextModelSnapshot : ModelSnapshot
{
    protected override void BuildModel(ModelBuilder modelBuilder) =>
        modelBuilder.Entity("TemporalVideo.Storage.Records.VideoSession", session =>
        {
            session.Property<string>("UserId").HasColumnName("user_id").HasMaxLength(64);
            session.Property<string>("Id").HasColumnName("id").HasMaxLength(64);
            session.Property<string>("Topic").IsRequired().HasColumnName("topic");
            session.Property<string>("Outcome").IsRequired().HasColumnName("outcome").HasMaxLength(32);
            session.Property<string>("VideoKey").HasColumnName("video_key");
            session.Property<string>("Error").HasColumnName("error");
            session.Property<decimal>("Cost").HasColumnName("cost").HasPrecision(12, 4);
            session.Property<DateTime>("CreatedAt").HasColumnName("created_at");
            session.Property<DateTime?>("CompletedAt").HasColumnName("completed_at");
            session.HasKey("UserId", "Id").HasName("pk_video_session");
            session.ToTable("video_session");
        });
}
