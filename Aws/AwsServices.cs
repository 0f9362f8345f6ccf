using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TemporalVideo.Aws.Logs;
using TemporalVideo.Storage.Events;

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
}
