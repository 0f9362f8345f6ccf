using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TemporalVideo.Storage.Records.Migrations;

/// <summary>Adds the tables <c>job_line</c> and <c>job_place</c>.</summary>
[DbContext(typeof(VideoDbContext))]
[Migration("0007_KeepJobPlaces")]
internal sealed class KeepJobPlaces : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "job_line",
            columns: table => new { user_id = table.Column<string>(maxLength: 64), tickets = table.Column<long>() },
            constraints: table => table.PrimaryKey("pk_job_line", row => row.user_id));
        migrationBuilder.CreateTable(
            name: "job_place",
            columns: table => new
            {
                user_id = table.Column<string>(maxLength: 64),
                pipeline_id = table.Column<string>(maxLength: 64),
                job_id = table.Column<string>(maxLength: 200),
                attempt = table.Column<int>(),
                run_id = table.Column<string>(maxLength: 64),
                state = table.Column<string>(maxLength: 16),
                ticket = table.Column<long>(),
                asked_at = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("pk_job_place", row => new { row.user_id, row.pipeline_id, row.job_id }));
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("job_place");
        migrationBuilder.DropTable("job_line");
    }
}
