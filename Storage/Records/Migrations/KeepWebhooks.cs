using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TemporalVideo.Storage.Records.Migrations;

/// <summary>Adds the tables <c>webhooks</c> and <c>webhook_deliveries</c>.</summary>
[DbContext(typeof(VideoDbContext))]
[Migration("0006_KeepWebhooks")]
internal sealed class KeepWebhooks : Migration
{
    private static readonly string[] Indexed = ["user_id", "webhook", "created_at"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "webhooks",
            columns: table => new
            {
                user_id = table.Column<string>(maxLength: 64),
                id = table.Column<string>(maxLength: 64),
                url = table.Column<string>(),
                secret = table.Column<string>(maxLength: 128),
                events = table.Column<string>(),
                created_at = table.Column<DateTime>(),
                disabled_because = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_webhooks", row => new { row.user_id, row.id }));
        migrationBuilder.CreateTable(
            name: "webhook_deliveries",
            columns: table => new
            {
                user_id = table.Column<string>(maxLength: 64),
                id = table.Column<string>(maxLength: 64),
                webhook = table.Column<string>(maxLength: 64),
                type = table.Column<string>(maxLength: 64),
                session_id = table.Column<string>(maxLength: 64, nullable: true),
                created_at = table.Column<DateTime>(),
                status = table.Column<string>(maxLength: 32),
                attempts = table.Column<int>(),
                answer = table.Column<int>(nullable: true),
                error = table.Column<string>(nullable: true),
                last_at = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_webhook_deliveries", row => new { row.user_id, row.id }));
        migrationBuilder.CreateIndex(name: "ix_webhook_deliveries", table: "webhook_deliveries", columns: Indexed);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("webhook_deliveries");
        migrationBuilder.DropTable("webhooks");
    }
}
