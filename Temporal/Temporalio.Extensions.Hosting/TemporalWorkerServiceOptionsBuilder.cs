using Microsoft.Extensions.DependencyInjection;

namespace Temporalio.Extensions.Hosting;

/// <summary>Builds a hosted worker.</summary>
/// <param name="taskQueue">Its task queue.</param>
/// <param name="services">The services it is among.</param>
public class TemporalWorkerServiceOptionsBuilder(string taskQueue, IServiceCollection services) : ITemporalWorkerServiceOptionsBuilder
{
    /// <inheritdoc />
    public string TaskQueue { get; } = taskQueue;

    /// <inheritdoc />
    public IServiceCollection Services { get; } = services;
}
