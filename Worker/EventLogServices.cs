using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TemporalVideo.Aws;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Storage.Events;

namespace TemporalVideo.Worker;

/// <summary>Registers the event log that the configuration chooses.</summary>
internal static class EventLogServices
{
    public static IServiceCollection AddConfiguredEventLog(this IServiceCollection services, WorkerSettings settings)
    {
        if (settings.LogGroup is not { } group)
        {
            return services.AddSingleton<IEventLog>(provider =>
                new JsonLinesEventLog(settings.EventLog!, provider.GetRequiredService<ILogger<JsonLinesEventLog>>()));
        }

        services.Configure<AwsOptions>(options =>
        {
            (options.Profile, options.Region, options.Endpoint) = (settings.Aws.Profile, settings.Aws.Region, settings.Aws.Endpoint);
            options.LogGroup = group;
        });
        return services.AddCloudWatchEventLog();
    }
}
