using Microsoft.Extensions.DependencyInjection;
using Temporalio.Extensions.Hosting;
using TemporalVideo.Activities;
using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Storage.Records;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Motion;
using TemporalVideo.Studio.Music;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows;

namespace TemporalVideo.Worker;

/// <summary>Registers what a worker is made of.</summary>
public static class VideoWorkerServices
{
    private static readonly TimeSpan PatienceAtShutdown = TimeSpan.FromSeconds(3);

    /// <summary>Adds the store, the database and the providers that the configuration chooses.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configuration">The configuration.</param>
    public static IServiceCollection AddVideoProviders(this IServiceCollection services, ProductConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var settings = configuration.Worker;
        services.Configure<FolderObjectStoreOptions>(options => options.Folder = settings.Store);
        services.Configure<VideoDatabaseOptions>(options => options.File = settings.Database);
        services.Configure<StoryOptions>(options => options.LessonsFolder = settings.Lessons);
        return services
            .AddFolderObjectStore()
            .AddVideoDatabase()
            .AddMedia()
            .AddFfmpegStitcher()
            .AddOfflinePlanner()
            .AddOfflineIllustrator()
            .AddOfflineNarration()
            .AddOfflineMusic()
            .AddMotionRenderer()
            .AddVideoActivities();
    }

    /// <summary>Adds a worker for each task queue. The host must have an <c>ITemporalClient</c>.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configuration">The configuration.</param>
    public static IServiceCollection AddVideoWorkers(this IServiceCollection services, ProductConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddHostedService<LeftoverSweep>();
        var light = services.AddHostedTemporalWorker(configuration.Engine.LightTaskQueue)
            .ConfigureOptions(options => options.GracefulShutdownTimeout = PatienceAtShutdown)
            .AddWorkflow<VideoWorkflow>();
        var render = services.AddHostedTemporalWorker(configuration.Engine.RenderTaskQueue)
            .ConfigureOptions(options =>
            {
                options.MaxConcurrentActivities = configuration.Worker.RenderConcurrency;
                options.GracefulShutdownTimeout = PatienceAtShutdown;
            });
        foreach (var activity in VideoActivities.Light)
        {
            light.AddSingletonActivities(activity);
        }

        foreach (var activity in VideoActivities.Render)
        {
            render.AddSingletonActivities(activity);
        }

        return services;
    }
}
