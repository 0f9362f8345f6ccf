using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TemporalVideo.Storage.Records.Migrations;

/// <summary>Adds the table <c>generations</c>.</summary>
[DbContext(typeof(VideoDbContext))]
[Migration("0004_KeepGenerations")]
internal sealed class KeepGenerations : Migration
{
    private const string Json = "jsonb";

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "generations",
        columns: table => new
        {
            user_id = table.Column<string>(maxLength: 64),
            session_id = table.Column<string>(maxLength: 64),
            status = table.Column<string>(maxLength: 32),
            current_stage = table.Column<string>(maxLength: 32),
            spec = table.Column<string>(type: Json),
            config = table.Column<string>(type: Json),
            story_text = table.Column<string>(nullable: true),
            reference_images = table.Column<string>(type: Json),
            scenes = table.Column<string>(type: Json),
            storyboard_images = table.Column<string>(type: Json),
            video_clips = table.Column<string>(type: Json),
            brand_assets = table.Column<string>(type: Json),
            stitched_key = table.Column<string>(nullable: true),
            final_key = table.Column<string>(nullable: true),
            error = table.Column<string>(nullable: true),
            beats = table.Column<int>(),
            chunks = table.Column<int>(),
            cost_by_phase = table.Column<string>(type: Json),
            cost = table.Column<decimal>(precision: 12, scale: 4),
            generation_seconds = table.Column<double>(nullable: true),
            created_at = table.Column<DateTime>(),
            completed_at = table.Column<DateTime>(nullable: true),
        },
        constraints: table => table.PrimaryKey("pk_generations", row => new { row.user_id, row.session_id }));

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("generations");
}
