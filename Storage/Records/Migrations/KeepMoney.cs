using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TemporalVideo.Storage.Records.Migrations;

/// <summary>Adds the tables <c>money_account</c>, <c>paid_unit</c> and <c>ledger</c>.</summary>
[DbContext(typeof(VideoDbContext))]
[Migration("0003_KeepMoney")]
internal sealed class KeepMoney : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "money_account",
            columns: table => new
            {
                name = table.Column<string>(maxLength: 160),
                limit_micros = table.Column<long>(nullable: true),
                reserved_micros = table.Column<long>(),
                spent_micros = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("pk_money_account", row => row.name));
        migrationBuilder.CreateTable(
            name: "paid_unit",
            columns: table => new
            {
                user_id = table.Column<string>(maxLength: 64),
                fingerprint = table.Column<string>(maxLength: 100),
                state = table.Column<string>(maxLength: 16),
                round = table.Column<int>(),
                token = table.Column<string>(maxLength: 32),
                session_id = table.Column<string>(maxLength: 64),
                step = table.Column<string>(),
                agent = table.Column<string>(maxLength: 32),
                provider = table.Column<string>(),
                model = table.Column<string>(),
                reserved_micros = table.Column<long>(),
                user_account = table.Column<string>(maxLength: 160),
                product_key = table.Column<string>(nullable: true),
                held_until = table.Column<DateTime>(),
                changed_at = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("pk_paid_unit", row => new { row.user_id, row.fingerprint }));
        migrationBuilder.CreateTable(
            name: "ledger",
            columns: table => new
            {
                user_id = table.Column<string>(maxLength: 64),
                fingerprint = table.Column<string>(maxLength: 100),
                round = table.Column<int>(),
                session_id = table.Column<string>(maxLength: 64),
                agent = table.Column<string>(maxLength: 32),
                provider = table.Column<string>(),
                model = table.Column<string>(),
                request_id = table.Column<string>(nullable: true),
                units = table.Column<decimal>(precision: 18, scale: 6),
                unit = table.Column<string>(maxLength: 32),
                unit_price = table.Column<decimal>(precision: 18, scale: 9),
                amount_micros = table.Column<long>(),
                at = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("pk_ledger", row => new { row.user_id, row.fingerprint, row.round }));
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("ledger");
        migrationBuilder.DropTable("paid_unit");
        migrationBuilder.DropTable("money_account");
    }
}
