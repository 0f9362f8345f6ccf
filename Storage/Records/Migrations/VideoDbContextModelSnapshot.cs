using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace TemporalVideo.Storage.Records.Migrations;

/// <summary>
/// The model that the newest migration leads to. EF compares it with the present model and refuses to migrate when a migration is missing.
/// </summary>
[DbContext(typeof(VideoDbContext))]
internal sealed class VideoDbContextModelSnapshot : ModelSnapshot
{
    protected override void BuildModel(ModelBuilder modelBuilder)
    {
        BuildMoney(modelBuilder);
        BuildGenerations(modelBuilder);
        PipelineSnapshot.Build(modelBuilder);
        JobPlaceSnapshot.Build(modelBuilder);
        WebhookSnapshot.Build(modelBuilder);
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

    private static void BuildMoney(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity("TemporalVideo.Storage.Records.Money.MoneyAccount", account =>
        {
            account.Property<string>("Name").HasColumnName("name").HasMaxLength(160);
            account.Property<long?>("Limit").HasColumnName("limit_micros");
            account.Property<string>("PartOf").HasColumnName("part_of").HasMaxLength(160);
            account.Property<long>("Reserved").HasColumnName("reserved_micros");
            account.Property<long>("Spent").HasColumnName("spent_micros");
            account.HasKey("Name").HasName("pk_money_account");
            account.ToTable("money_account");
        });
        modelBuilder.Entity("TemporalVideo.Storage.Records.Money.PaidUnit", unit =>
        {
            unit.Property<string>("UserId").HasColumnName("user_id").HasMaxLength(64);
            unit.Property<string>("Fingerprint").HasColumnName("fingerprint").HasMaxLength(100);
            unit.Property<string>("State").IsRequired().HasColumnName("state").HasMaxLength(16);
            unit.Property<int>("Round").HasColumnName("round");
            unit.Property<string>("Token").IsRequired().HasColumnName("token").HasMaxLength(32);
            unit.Property<string>("SessionId").IsRequired().HasColumnName("session_id").HasMaxLength(64);
            unit.Property<string>("Step").IsRequired().HasColumnName("step");
            unit.Property<string>("Agent").IsRequired().HasColumnName("agent").HasMaxLength(32);
            unit.Property<string>("Provider").IsRequired().HasColumnName("provider");
            unit.Property<string>("Model").IsRequired().HasColumnName("model");
            unit.Property<long>("Reserved").HasColumnName("reserved_micros");
            unit.Property<string>("UserAccount").IsRequired().HasColumnName("user_account").HasMaxLength(160);
            unit.Property<string>("GroupAccount").HasColumnName("group_account").HasMaxLength(160);
            unit.Property<string>("ProductKey").HasColumnName("product_key");
            unit.Property<DateTime>("HeldUntil").HasColumnName("held_until");
            unit.Property<DateTime>("ChangedAt").HasColumnName("changed_at");
            unit.HasKey("UserId", "Fingerprint").HasName("pk_paid_unit");
            unit.ToTable("paid_unit");
        });
        modelBuilder.Entity("TemporalVideo.Storage.Records.Money.LedgerRow", ledger =>
        {
            ledger.Property<string>("UserId").HasColumnName("user_id").HasMaxLength(64);
            ledger.Property<string>("Fingerprint").HasColumnName("fingerprint").HasMaxLength(100);
            ledger.Property<int>("Round").HasColumnName("round");
            ledger.Property<string>("SessionId").IsRequired().HasColumnName("session_id").HasMaxLength(64);
            ledger.Property<string>("Agent").IsRequired().HasColumnName("agent").HasMaxLength(32);
            ledger.Property<string>("Provider").IsRequired().HasColumnName("provider");
            ledger.Property<string>("Model").IsRequired().HasColumnName("model");
            ledger.Property<string>("RequestId").HasColumnName("request_id");
            ledger.Property<decimal>("Units").HasColumnName("units").HasPrecision(18, 6);
            ledger.Property<string>("Unit").IsRequired().HasColumnName("unit").HasMaxLength(32);
            ledger.Property<decimal>("UnitPrice").HasColumnName("unit_price").HasPrecision(18, 9);
            ledger.Property<long>("Amount").HasColumnName("amount_micros");
            ledger.Property<DateTime>("At").HasColumnName("at");
            ledger.HasKey("UserId", "Fingerprint", "Round").HasName("pk_ledger");
            ledger.ToTable("ledger");
        });
    }

    private static void BuildGenerations(ModelBuilder modelBuilder) =>
        modelBuilder.Entity("TemporalVideo.Storage.Records.Generations.Generation", generation =>
        {
            generation.Property<string>("UserId").HasColumnName("user_id").HasMaxLength(64);
            generation.Property<string>("SessionId").HasColumnName("session_id").HasMaxLength(64);
            generation.Property<string>("Status").IsRequired().HasColumnName("status").HasMaxLength(32);
            generation.Property<string>("CurrentStage").IsRequired().HasColumnName("current_stage").HasMaxLength(32);
            generation.Property<string>("Spec").IsRequired().HasColumnName("spec").HasColumnType("jsonb");
            generation.Property<string>("Config").IsRequired().HasColumnName("config").HasColumnType("jsonb");
            generation.Property<string>("StoryText").HasColumnName("story_text");
            generation.Property<string>("ReferenceImages").IsRequired().HasColumnName("reference_images").HasColumnType("jsonb");
            generation.Property<string>("Scenes").IsRequired().HasColumnName("scenes").HasColumnType("jsonb");
            generation.Property<string>("StoryboardImages").IsRequired().HasColumnName("storyboard_images").HasColumnType("jsonb");
            generation.Property<string>("VideoClips").IsRequired().HasColumnName("video_clips").HasColumnType("jsonb");
            generation.Property<string>("BrandAssets").IsRequired().HasColumnName("brand_assets").HasColumnType("jsonb");
            generation.Property<string>("StitchedKey").HasColumnName("stitched_key");
            generation.Property<string>("FinalKey").HasColumnName("final_key");
            generation.Property<string>("Error").HasColumnName("error");
            generation.Property<int>("Beats").HasColumnName("beats");
            generation.Property<int>("Chunks").HasColumnName("chunks");
            generation.Property<string>("CostByPhase").IsRequired().HasColumnName("cost_by_phase").HasColumnType("jsonb");
            generation.Property<decimal>("Cost").HasColumnName("cost").HasPrecision(12, 4);
            generation.Property<double?>("GenerationSeconds").HasColumnName("generation_seconds");
            generation.Property<DateTime>("CreatedAt").HasColumnName("created_at");
            generation.Property<DateTime?>("CompletedAt").HasColumnName("completed_at");
            generation.HasKey("UserId", "SessionId").HasName("pk_generations");
            generation.ToTable("generations");
        });
}
