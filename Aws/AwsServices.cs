using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using TemporalVideo.Aws.Logs;
using TemporalVideo.Aws.MediaConvert;
using TemporalVideo.Storage.Events;
using TemporalVideo.Studio.Film;

namespace TemporalVideo.Aws;

/// <summary>Registers services of AWS.</summary>
public static class AwsServices
{
    /// <summary>Keeps events in CloudWatch Logs; <see cref="AwsOptions"/> says where.</summary>
    /// <param name="services">The services of the worker.</param>
    public static IServiceCollection AddCloudWatchEventLog(this IServiceCollection services)
    {
        services.AddOptions<AwsOptions>();
        return services.AddSingleton<CloudWatchEventLog>()
            .AddSingleton<IEventLog>(provider => provider.GetRequiredService<CloudWatchEventLog>())
            .AddSingleton<IHostedService>(provider => provider.GetRequiredService<CloudWatchEventLog>());
    }

    /// <summary>
    /// Joins clips by AWS Elemental MediaConvert; <see cref="AwsOptions"/> and <see cref="MediaConvertOptions"/> say how. The object store
    /// must be the bucket that they name, and an event log must be there.
    /// </summary>
    /// <param name="services">The services of the worker.</param>
    public static IServiceCollection AddMediaConvertStitcher(this IServiceCollection services)
    {
        services.AddOptions<AwsOptions>();
        services.AddOptions<MediaConvertOptions>();
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton<IStoreStitcher, MediaConvertStitcher>();
    }
}
