using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Temporalio.Client;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Worker;

namespace TemporalVideo.Starter.Engine;

/// <summary>Builds hosts with the product's services in this process.</summary>
internal static class WorkerHost
{
    /// <summary>A host that polls both task queues.</summary>
    public static IHost WithWorkers(ITemporalClient client, ProductConfiguration configuration, bool verbose) =>
        Build(configuration, verbose, services => services.AddSingleton(client).AddVideoWorkers(configuration));

    /// <summary>A host with store and database only.</summary>
    public static IHost WithoutWorkers(ProductConfiguration configuration, bool verbose) => Build(configuration, verbose, _ => { });

    /// <summary>Logs to standard error: all when asked for, else only what went wrong.</summary>
    public static ILoggerFactory Loggers(bool verbose) => LoggerFactory.Create(logging => Configure(logging, verbose));

    /// <summary>Logs warnings and errors with their time, for a file.</summary>
    public static ILoggerFactory FileLoggers() => LoggerFactory.Create(logging => logging
        .SetMinimumLevel(LogLevel.Warning)
        .AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.TimestampFormat = "yyyy-MM-dd HH:mm:ss'Z' ";
            options.UseUtcTimestamp = true;
        }));

    private static IHost Build(ProductConfiguration configuration, bool verbose, Action<IServiceCollection> add)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = configuration.Root });
        Configure(builder.Logging, verbose);
        builder.Services.AddSingleton<IHostLifetime, CommandLifetime>().AddVideoProviders(configuration);
        add(builder.Services);
        return builder.Build();
    }

    private static void Configure(ILoggingBuilder logging, bool verbose) => logging
        .AddSimpleConsole(options => options.SingleLine = true)
        .Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace)
        .Configure<LoggerFilterOptions>(options =>
        {
            options.MinLevel = verbose ? LogLevel.Information : LogLevel.Critical;
            options.Rules.Add(new LoggerFilterRule(null, "Microsoft", verbose ? LogLevel.Warning : LogLevel.Critical, null));
        });
}
