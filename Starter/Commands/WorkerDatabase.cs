using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TemporalVideo.Hosting;

namespace TemporalVideo.Starter.Commands;

/// <summary>Commands that look into the workers' database; no server is asked.</summary>
internal static class WorkerDatabase
{
    /// <summary>Opens the database, brought to the present schema as a worker would.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="work">Works with a part of it.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    public static async Task<TResult> WithAsync<TPart, TResult>(
        ParseResult parsed, Func<TPart, Task<TResult>> work, CancellationToken cancellationToken)
        where TPart : notnull
    {
        var services = new ServiceCollection().AddConfiguredDatabase(CommonOptions.Configuration(parsed));
        await using var provider = services.BuildServiceProvider();
        foreach (var service in provider.GetServices<IHostedService>())
        {
            await service.StartAsync(cancellationToken);
        }

        return await work(provider.GetRequiredService<TPart>());
    }
}
