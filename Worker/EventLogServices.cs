using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TemporalVideo.Aws;
using TemporalVideo.Aws.Logs;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Storage.Events;

namespace TemporalVideo.Worker;

/// <summary>Registers and checks the event log that the configuration chooses.</summary>
public static class EventLogServices
{
    internal static IServiceCollection AddConfiguredEventLog(this IServiceCollection services, WorkerSettings settings)
    {
        if (settings.LogGroup is null)
        {
            return services.AddSingleton<IEventLog>(provider =>
                new JsonLinesEventLog(settings.EventLog!, provider.GetRequiredService<ILogger<JsonLinesEventLog>>()));
        }

        services.Configure<AwsOptions>(options => Apply(settings, options));
        return services.AddCloudWatchEventLog();
    }

    /// <summary>Looks whether the group of CloudWatch Logs could be used, which is made where it is missing.</summary>
    /// <param name="settings">The group, and how AWS is reached.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>Whether it could, and what was found or is to be done.</returns>
    public static Task<(bool IsUsable, string Text)> CheckCloudWatchAsync(WorkerSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var options = new AwsOptions();
        Apply(settings, options);
        return CloudWatchCheck.RunAsync(options, cancellationToken);
    }

    private static void Apply(WorkerSettings settings, AwsOptions options)
    {
        (options.Profile, options.Region, options.Endpoint) = (settings.Aws.Profile, settings.Aws.Region, settings.Aws.Endpoint);
        options.LogGroup = settings.LogGroup!;
    }
}
