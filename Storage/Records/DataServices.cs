using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace TemporalVideo.Storage.Records;

/// <summary>Registers the database.</summary>
public static class DataServices
{
    /// <summary>Keeps the sessions in SQLite; <see cref="VideoDatabaseOptions"/> says where.</summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddVideoDatabase(this IServiceCollection services)
    {
        services.AddOptions<VideoDatabaseOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddDbContextFactory<VideoDbContext>((provider, options) =>
            options.UseSqlite($"Data Source={Path.GetFullPath(provider.GetRequiredService<IOptions<VideoDatabaseOptions>>().Value.File)}"));
        services.AddSingleton<IVideoSessions, VideoSessions>();
        services.AddHostedService<DatabaseMigration>();
        return services;
    }
}
