using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TemporalVideo.Storage.Records.Migrations;

/// <summary>Adds the tables of pipelines of jobs.</summary>
[DbContext(typeof(VideoDbContext))]
[Migration("0005_KeepPipelines")]
internal sealed class KeepPipelines : Migration
{
    private const string Json = "jsonb";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateTemplateRow(migrationBuilder);
        CreatePipelineRow(migrationBuilder);
        CreateStageRow(migrationBuilder);
        CreateJobRow(migrationBuilder);
        CreateDependencyRow(migrationBuilder);
        CreateArtifactRow(migrationBuilder);
        CreateConsumptionRow(migrationBuilder);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("pipeline_consumption");
        migrationBuilder.DropTable("pipeline_artifact");
        migrationBuilder.DropTable("pipeline_dependency");
        migrationBuilder.DropTable("pipeline_job");
        migrationBuilder.DropTable("pipeline_stage");
        migrationBuilder.DropTable("pipeline");
        migrationBuilder.DropTable("pipeline_template");
    }

    private static void CreateTemplateRow(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "pipeline_template",
        columns: table => new
        {
            name = table.Column<string>(maxLength: 64),
            version = table.Column<int>(),
            hash = table.Column<string>(maxLength: 64),
            text = table.Column<string>(),
            origin = table.Column<string>(maxLength: 64),
            created_at = table.Column<DateTime>(),
        },
        constraints: table => table.PrimaryKey("pk_pipeline_template", row => new { row.name, row.version }));

    private static void CreatePipelineRow(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "pipeline",
        columns: table => new
        {
            user_id = table.Column<string>(maxLength: 64),
            id = table.Column<string>(maxLength: 64),
            template = table.Column<string>(maxLength: 64),
            template_version = table.Column<int>(nullable: true),
            plan_key = table.Column<string>(),
            original_prompt = table.Column<string>(),
            parameters = table.Column<string>(type: Json),
            state = table.Column<string>(maxLength: 16),
            error = table.Column<string>(nullable: true),
            round = table.Column<int>(),
            revision = table.Column<int>(),
            created_at = table.Column<DateTime>(),
            completed_at = table.Column<DateTime>(nullable: true),
        },
        constraints: table => table.PrimaryKey("pk_pipeline", row => new { row.user_id, row.id }));

    private static void CreateStageRow(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "pipeline_stage",
        columns: table => new
        {
            user_id = table.Column<string>(maxLength: 64),
            pipeline_id = table.Column<string>(maxLength: 64),
            name = table.Column<string>(maxLength: 200),
            position = table.Column<int>(),
            state = table.Column<string>(maxLength: 16),
        },
        constraints: table => table.PrimaryKey("pk_pipeline_stage", row => new { row.user_id, row.pipeline_id, row.name }));

    private static void CreateJobRow(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "pipeline_job",
        columns: table => new
        {
            user_id = table.Column<string>(maxLength: 64),
            pipeline_id = table.Column<string>(maxLength: 64),
            id = table.Column<string>(maxLength: 200),
            position = table.Column<int>(),
            type = table.Column<string>(maxLength: 64),
            stage = table.Column<string>(maxLength: 200, nullable: true),
            state = table.Column<string>(maxLength: 16),
            reason = table.Column<string>(nullable: true),
            attempt = table.Column<int>(),
            retry_count = table.Column<int>(),
            max_retries = table.Column<int>(),
            lost = table.Column<int>(),
            allow_failure = table.Column<bool>(),
            parent_job = table.Column<string>(maxLength: 200, nullable: true),
            spec_of = table.Column<string>(maxLength: 200, nullable: true),
            regression_context = table.Column<string>(nullable: true),
            round = table.Column<int>(),
            revision = table.Column<int>(),
            started_at = table.Column<DateTime>(nullable: true),
            completed_at = table.Column<DateTime>(nullable: true),
        },
        constraints: table => table.PrimaryKey("pk_pipeline_job", row => new { row.user_id, row.pipeline_id, row.id }));

    private static void CreateDependencyRow(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "pipeline_dependency",
        columns: table => new
        {
            user_id = table.Column<string>(maxLength: 64),
            pipeline_id = table.Column<string>(maxLength: 64),
            job_id = table.Column<string>(maxLength: 200),
            needs = table.Column<string>(maxLength: 200),
            condition = table.Column<string>(maxLength: 16),
        },
        constraints: table => table.PrimaryKey(
            "pk_pipeline_dependency",
            row => new { row.user_id, row.pipeline_id, row.job_id, row.needs }));

    private static void CreateArtifactRow(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "pipeline_artifact",
        columns: table => new
        {
            user_id = table.Column<string>(maxLength: 64),
            pipeline_id = table.Column<string>(maxLength: 64),
            job_id = table.Column<string>(maxLength: 200),
            attempt = table.Column<int>(),
            path = table.Column<string>(),
            type = table.Column<string>(maxLength: 32),
            sha256 = table.Column<string>(maxLength: 64),
            bytes = table.Column<long>(),
            created_at = table.Column<DateTime>(),
        },
        constraints: table => table.PrimaryKey(
            "pk_pipeline_artifact",
            row => new { row.user_id, row.pipeline_id, row.job_id, row.attempt, row.path }));

    private static void CreateConsumptionRow(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "pipeline_consumption",
        columns: table => new
        {
            user_id = table.Column<string>(maxLength: 64),
            pipeline_id = table.Column<string>(maxLength: 64),
            job_id = table.Column<string>(maxLength: 200),
            attempt = table.Column<int>(),
            source_job = table.Column<string>(maxLength: 200),
            source_attempt = table.Column<int>(),
            path = table.Column<string>(),
            sha256 = table.Column<string>(maxLength: 64),
            at = table.Column<DateTime>(),
        },
        constraints: table => table.PrimaryKey(
            "pk_pipeline_consumption",
            row => new { row.user_id, row.pipeline_id, row.job_id, row.attempt, row.source_job, row.source_attempt, row.path }));
}
