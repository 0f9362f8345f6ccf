using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace TemporalVideo.Storage.Records;

/// <summary>Brings the database to the present schema before anything else of the host starts.</summary>
internal sealed class DatabaseMigration(IDbContextFactory<VideoDbContext> database, IOptions<VideoDatabaseOptions> options) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.Value.File))!);
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
