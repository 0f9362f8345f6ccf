using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Temporalio.Client;
using Temporalio.Extensions.Hosting;

// The namespace is that of the type extended, so that the methods are found without a using.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds clients and workers to services.</summary>
public static class TemporalHostingServiceCollectionExtensions
{
    /// <summary>Adds a client, which connects at its first call, as <see cref="ITemporalClient" />, unless there is one.</summary>
    /// <param name="services">The services.</param>
    /// <param name="clientTargetHost"><c>host:port</c>; null means that the options say it.</param>
    /// <param name="clientNamespace">Namespace; null means that the options say it.</param>
    /// <returns>A builder of the client's options.</returns>
    public static OptionsBuilder<TemporalClientConnectOptions> AddTemporalClient(
        this IServiceCollection services, string? clientTargetHost = null, string? clientNamespace = null)
    {
        services.TryAddSingleton<ITemporalClient>(provider =>
        {
            var options = (TemporalClientConnectOptions)provider.GetRequiredService<IOptions<TemporalClientConnectOptions>>().Value.Clone();
            if (options.LoggerFactory is NullLoggerFactory && provider.GetService<ILoggerFactory>() is { } loggerFactory)
            {
                options.LoggerFactory = loggerFactory;
            }

            return TemporalClient.CreateLazy(options);
        });
        return services.AddOptions<TemporalClientConnectOptions>().Configure(options =>
        {
            options.TargetHost = clientTargetHost ?? options.TargetHost;
            options.Namespace = clientNamespace ?? options.Namespace;
        });
    }

    /// <summary>Adds a client as <see cref="ITemporalClient" />, unless there is one.</summary>
    public static IServiceCollection AddTemporalClient(
        this IServiceCollection services, Action<TemporalClientConnectOptions> configureClient)
    {
        services.AddTemporalClient().Configure(configureClient);
        return services;
    }

    /// <summary>Adds a worker with a client of its own.</summary>
    /// <param name="services">The services.</param>
    /// <param name="clientTargetHost"><c>host:port</c>.</param>
    /// <param name="clientNamespace">Namespace.</param>
    /// <param name="taskQueue">Task queue.</param>
    /// <returns>A builder of the worker.</returns>
    public static ITemporalWorkerServiceOptionsBuilder AddHostedTemporalWorker(
        this IServiceCollection services, string clientTargetHost, string clientNamespace, string taskQueue) =>
        services.AddHostedTemporalWorker(taskQueue).ConfigureOptions(options =>
            options.ClientOptions = new TemporalClientConnectOptions(clientTargetHost) { Namespace = clientNamespace });

    /// <summary>Adds a worker that uses the client among the services, unless its options have client options.</summary>
    /// <param name="services">The services.</param>
    /// <param name="taskQueue">Task queue.</param>
    /// <returns>A builder of the worker.</returns>
    public static ITemporalWorkerServiceOptionsBuilder AddHostedTemporalWorker(this IServiceCollection services, string taskQueue)
    {
        // AddHostedService would drop a second worker, which has the same type.
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<TemporalWorkerService>(provider, taskQueue));
        return new TemporalWorkerServiceOptionsBuilder(taskQueue, services).ConfigureOptions(options => options.TaskQueue = taskQueue);
    }
}
