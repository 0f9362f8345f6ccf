using Microsoft.Extensions.DependencyInjection;
using Temporalio.Common;
using Temporalio.Extensions.Hosting;
using Temporalio.Worker;
using Temporalio.Worker.Interceptors;
using TemporalVideo.Activities;
using TemporalVideo.Activities.Jobs;
using TemporalVideo.Activities.Jobs.Kinds;
using TemporalVideo.Activities.Money;
using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Activities.Webhooks;
using TemporalVideo.Hosting;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Hosting.Configuration.Providers;
using TemporalVideo.Storage.Events;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Motion;
using TemporalVideo.Studio.Music;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Narration.Voices;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Worker.Interceptors;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

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
        services.Configure<StoryOptions>(options =>
            (options.LessonsFolder, options.Pronunciation) = (settings.Lessons, settings.Pronunciation));
        services.Configure<VoiceOptions>(options => options.Folders = settings.Voices);
        services.Configure<PaidCallsOptions>(options => options.UserDayLimit = settings.UserDayLimit);
        services.Configure<HttpJobOptions>(options => options.AllowPrivate = settings.AllowPrivateJobs);
        services.Configure<JobLimits>(options => options.MaxRunningPerUser = settings.MaxRunningJobsPerUser);
        services.Configure<WebhookOptions>(options => options.AllowPrivate = settings.AllowPrivateWebhooks);
        return services
            .AddConfiguredStore(settings)
            .AddConfiguredEventLog(settings)
            .AddConfiguredDatabase(configuration)
            .AddMedia()
            .AddConfiguredStitching(settings)
            .AddOfflinePlanner()
            .AddOfflineIllustrator()
            .AddOfflineNarration()
            .AddOfflineMusic()
            .AddMotionRenderer()
            .AddServiceMakers(configuration.Providers, configuration.Prompts)
            .AddVideoActivities();
    }

    /// <summary>Adds a worker for each task queue. The host must have an <c>ITemporalClient</c>.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configuration">The configuration.</param>
    public static IServiceCollection AddVideoWorkers(this IServiceCollection services, ProductConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddHostedService<LeftoverSweep>();
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<TemplateSeed>(provider, configuration));
        IReadOnlyCollection<IWorkerInterceptor> answers = configuration.Worker.FailingAgents is { Count: > 0 } failing
            ? [new ForcedFailures(failing), new StepAnswers()]
            : [new StepAnswers()];
        var light = services.AddHostedTemporalWorker(configuration.Engine.LightTaskQueue)
            .AddWorkflow<VideoWorkflow>().AddWorkflow<JobPipelineWorkflow>().AddWorkflow<ScheduledPipelineWorkflow>()
            .AddWorkflow<WebhookDeliveryWorkflow>();
        var render = services.AddHostedTemporalWorker(configuration.Engine.RenderTaskQueue);
        var serviced = configuration.Providers.Services.Select(service => AddService(services, configuration, service.Key, service.Value));
        foreach (var worker in serviced.Append(light).Append(render).ToList())
        {
            worker.ConfigureOptions().Configure<IEventLog, TimeProvider>((options, events, time) =>
                Configure(options, configuration, [new EventRecorder(events, time), .. answers]));
        }

        render.ConfigureOptions(options => options.MaxConcurrentActivities = configuration.Worker.RenderConcurrency);
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

    /// <summary>A worker for the steps of a service: the server holds their rate, whatever workers there are.</summary>
    private static ITemporalWorkerServiceOptionsBuilder AddService(
        IServiceCollection services, ProductConfiguration configuration, string name, ServiceSettings service)
    {
        var worker = services.AddHostedTemporalWorker(TaskQueues.OfService(configuration.Engine.LightTaskQueue, name));
        worker.ConfigureOptions(options => options.MaxTaskQueueActivitiesPerSecond = service.StepsPerMinute / 60.0);
        foreach (var activity in VideoActivities.Serviced)
        {
            worker.AddSingletonActivities(activity);
        }

        return worker;
    }

    private static void Configure(
        TemporalWorkerOptions options, ProductConfiguration configuration, IReadOnlyCollection<IWorkerInterceptor> interceptors)
    {
        options.GracefulShutdownTimeout = PatienceAtShutdown;
        options.Interceptors = interceptors;
        if (configuration.Engine.Deployment is { } deployment)
        {
            options.DeploymentOptions = new WorkerDeploymentOptions(new WorkerDeploymentVersion(deployment.Name, deployment.BuildId), true)
            {
                DefaultVersioningBehavior = VersioningBehavior.Pinned,
            };
        }
    }
}
