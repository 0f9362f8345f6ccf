using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TemporalVideo.Storage.Records;
using TemporalVideo.Storage.Records.Generations;
using TemporalVideo.Storage.Records.Jobs;
using TemporalVideo.Storage.Records.Money;

namespace TemporalVideo.Storage.Tests.Records;

/// <summary>The services of the database, as a worker has them.</summary>
internal sealed class RecordsBench(Action<VideoDatabaseOptions> configure) : IAsyncDisposable
{
    private readonly ServiceProvider _services = Build(configure);

    public IVideoSessions Sessions => _services.GetRequiredService<IVideoSessions>();

    public IGenerations Generations => _services.GetRequiredService<IGenerations>();

    public IPipelineTables Pipelines => _services.GetRequiredService<IPipelineTables>();

    public IPipelineTemplates Templates => _services.GetRequiredService<IPipelineTemplates>();

    public IJobPlaces Places => _services.GetRequiredService<IJobPlaces>();

    public IMoneyBook Money => _services.GetRequiredService<IMoneyBook>();

    public Task<VideoDbContext> ContextAsync() =>
        _services.GetRequiredService<IDbContextFactory<VideoDbContext>>().CreateDbContextAsync();

    /// <summary>What another worker has, of the same database.</summary>
    public RecordsBench Another() => new(configure);

    /// <summary>Does what the start of a worker does.</summary>
    public async Task MigrateAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await service.StartAsync(default);
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static ServiceProvider Build(Action<VideoDatabaseOptions> configure)
    {
        var services = new ServiceCollection().AddVideoDatabase();
        services.Configure(configure);
        return services.BuildServiceProvider();
    }
}
