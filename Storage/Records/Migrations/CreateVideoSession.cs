using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TemporalVideo.Storage.Records.Migrations;

/// <summary>Adds the table <c>video_session</c>.</summary>
[DbContext(typeof(VideoDbContext))]
[Migration("0001_CreateVideoSession")]
internal sealed class CreateVideoSession : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "video_session",
        columns: table => new
        {
            id = table.Column<string>(maxLength: 64),
            user_id = table.Column<string>(maxLength: 64),
            topic = table.Column<string>(),
            outcome = table.Column<string>(maxLength: 32),
            video_url = table.Column<string>(nullable: true),
            error = table.Column<string>(nullable: true),
            cost = table.Column<decimal>(precision: 12, scale: 4),
            created_at = table.Column<DateTime>(),
            completed_at = table.Column<DateTime>(nullable: true),
        },
        constraints: table => table.PrimaryKey("pk_video_session", row => new { row.user_id, row.id }));

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("video_session");
}
