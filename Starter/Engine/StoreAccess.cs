using Microsoft.Extensions.DependencyInjection;
using TemporalVideo.Hosting;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Storage.Objects;

namespace TemporalVideo.Starter.Engine;

/// <summary>The object store that the configuration names, for commands that only read.</summary>
internal static class StoreAccess
{
    public static IObjectStore Open(ProductConfiguration configuration) => new ServiceCollection()
        .AddConfiguredStore(configuration.Worker).BuildServiceProvider().GetRequiredService<IObjectStore>();
}
