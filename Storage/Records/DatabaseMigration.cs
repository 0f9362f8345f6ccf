using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;
using TemporalVideo.Storage.Records.Postgres;

namespace TemporalVideo.Storage.Records;

/// <summary>Brings the database to the present schema before anything else of the host starts.</summary>
internal sealed class DatabaseMigration(
    IDbContextFactory<VideoDbContext> database, IOptions<VideoDatabaseOptions> options, IServiceProvider services) : IHostedService
{
    /// <exception cref="VideoDatabaseException">PostgreSQL cannot be used.</exception>
    public Task StartAsync(CancellationToken cancellationToken) => options.Value.UsesPostgres
        ? MigratePostgresAsync(cancellationToken)
        : MigrateSqliteAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task MigrateSqliteAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.Value.File))!);
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }

    private async Task MigratePostgresAsync(CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        try
        {
            await PostgresMigration.RunAsync(context, services.GetRequiredService<NpgsqlDataSource>(), cancellationToken);
        }
        catch (Exception exception) when (PostgresTrouble.Explains(exception))
        {
            throw PostgresTrouble.Of(exception, options.Value);
        }
    }
}
