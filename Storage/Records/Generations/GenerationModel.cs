using Microsoft.EntityFrameworkCore;

namespace TemporalVideo.Storage.Records.Generations;

/// <summary>The table <c>generations</c>.</summary>
internal static class GenerationModel
{
    /// <summary>
    /// A type of PostgreSQL. SQLite takes any name of a type, and keeps objects and arrays under this one as the text that they are.
    /// </summary>
    public const string Json = "jsonb";

    public static void Build(ModelBuilder modelBuilder) => modelBuilder.Entity<Generation>(generation =>
    {
        generation.ToTable("generations");
        generation.HasKey(row => new { row.UserId, row.SessionId }).HasName("pk_generations");
        generation.Property(row => row.UserId).HasColumnName("user_id").HasMaxLength(64);
        generation.Property(row => row.SessionId).HasColumnName("session_id").HasMaxLength(64);
        generation.Property(row => row.Status).HasColumnName("status").HasMaxLength(32);
        generation.Property(row => row.CurrentStage).HasColumnName("current_stage").HasMaxLength(32);
        generation.Property(row => row.Spec).HasColumnName("spec").HasColumnType(Json);
        generation.Property(row => row.Config).HasColumnName("config").HasColumnType(Json);
        generation.Property(row => row.StoryText).HasColumnName("story_text");
        generation.Property(row => row.ReferenceImages).HasColumnName("reference_images").HasColumnType(Json);
        generation.Property(row => row.Scenes).HasColumnName("scenes").HasColumnType(Json);
        generation.Property(row => row.StoryboardImages).HasColumnName("storyboard_images").HasColumnType(Json);
        generation.Property(row => row.VideoClips).HasColumnName("video_clips").HasColumnType(Json);
        generation.Property(row => row.BrandAssets).HasColumnName("brand_assets").HasColumnType(Json);
        generation.Property(row => row.StitchedKey).HasColumnName("stitched_key");
        generation.Property(row => row.FinalKey).HasColumnName("final_key");
        generation.Property(row => row.Error).HasColumnName("error");
        generation.Property(row => row.Beats).HasColumnName("beats");
        generation.Property(row => row.Chunks).HasColumnName("chunks");
        generation.Property(row => row.CostByPhase).HasColumnName("cost_by_phase").HasColumnType(Json);
        generation.Property(row => row.Cost).HasColumnName("cost").HasPrecision(12, 4);
        generation.Property(row => row.GenerationSeconds).HasColumnName("generation_seconds");
        generation.Property(row => row.CreatedAt).HasColumnName("created_at");
        generation.Property(row => row.CompletedAt).HasColumnName("completed_at");
    });
}
