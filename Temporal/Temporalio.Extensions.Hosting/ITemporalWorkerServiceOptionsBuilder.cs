using Microsoft.Extensions.DependencyInjection;

namespace Temporalio.Extensions.Hosting;

/// <summary>Builds a hosted worker.</summary>
public interface ITemporalWorkerServiceOptionsBuilder
{
    /// <summary>Its task queue, which is the name of its options.</summary>
    string TaskQueue { get; }

    /// <summary>The services it is among.</summary>
    IServiceCollection Services { get; }
}
