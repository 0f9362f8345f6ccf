using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Npgsql;
using TemporalVideo.Storage.Records.Generations;
using TemporalVideo.Storage.Records.Jobs;
using TemporalVideo.Storage.Records.Money;
using TemporalVideo.Storage.Records.Postgres;
using TemporalVideo.Storage.Records.Webhooks;

namespace TemporalVideo.Storage.Records;

/// <summary>Registers the database.</summary>
public static class DataServices
{
    /// <summary>Together with the growing pauses between them, some forty seconds: a restart of the server is no failure.</summary>
    private const int Retries = 6;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    /// <summary>Keeps the sessions in SQLite or PostgreSQL; <see cref="VideoDatabaseOptions"/> says which and where.</summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddVideoDatabase(this IServiceCollection services)
    {
        services.AddOptions<VideoDatabaseOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => PostgresConnection.Source(OptionsOf(provider)));
        services.AddDbContextFactory<VideoDbContext>(Choose);
        services.AddSingleton<IVideoSessions, VideoSessions>();
        services.AddSingleton<IGenerations, GenerationTable>();
        services.AddSingleton<IPipelineTables, PipelineTables>();
        services.AddSingleton<IPipelineTemplates, TemplateTable>();
        services.AddSingleton<IJobPlaces, JobPlaces>();
        services.TryAddSingleton<ISecretText, ReadableSecretText>();
        services.AddSingleton<IWebhooks, WebhookTable>();
        services.AddSingleton<IMoneyBook, MoneyBook>();
        services.AddHostedService<DatabaseMigration>();
        return services;
    }

    private static void Choose(IServiceProvider provider, DbContextOptionsBuilder options)
    {
        var chosen = OptionsOf(provider);
        _ = chosen.UsesPostgres
            ? options.UseNpgsql(
                provider.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql.EnableRetryOnFailure(Retries, LongestPause, null))
            : options.UseSqlite($"Data Source={Path.GetFullPath(chosen.File)}");
    }

    private static VideoDatabaseOptions OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<VideoDatabaseOptions>>().Value;
}
