using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TemporalVideo.Storage.Records.Migrations;

/// <summary>Lets an account be part of another one, so that the videos of a pipeline share its limit.</summary>
[DbContext(typeof(VideoDbContext))]
[Migration("0008_KeepGroupAccounts")]
internal sealed class KeepGroupAccounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>(name: "part_of", table: "money_account", maxLength: 160, nullable: true);
        migrationBuilder.AddColumn<string>(name: "group_account", table: "paid_unit", maxLength: 160, nullable: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn(name: "group_account", table: "paid_unit");
        migrationBuilder.DropColumn(name: "part_of", table: "money_account");
    }
}
