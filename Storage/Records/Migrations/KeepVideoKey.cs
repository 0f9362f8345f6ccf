using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TemporalVideo.Storage.Records.Migrations;

/// <summary>Keeps the key of a video instead of a link, which may expire; the links of rows that are there become keys.</summary>
[DbContext(typeof(VideoDbContext))]
[Migration("0002_KeepVideoKey")]
internal sealed class KeepVideoKey : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.RenameColumn("video_url", "video_session", "video_key");
        var find = migrationBuilder.IsSqlite() ? "instr" : "strpos";
        migrationBuilder.Sql(
            $"UPDATE video_session SET video_key = substr(video_key, {find}(video_key, 'scaffold_test/')) "
            + $"WHERE {find}(video_key, 'scaffold_test/') > 0");
    }

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.RenameColumn("video_key", "video_session", "video_url");
}
