using Microsoft.Extensions.DependencyInjection;

namespace TemporalVideo.Studio.Music;

/// <summary>Registers the composer that needs no account.</summary>
public static class MusicRegistration
{
    /// <summary>Adds <see cref="IComposer"/>, which generates music on this machine.</summary>
    /// <param name="services">The services of the worker.</param>
    public static IServiceCollection AddOfflineMusic(this IServiceCollection services) => services
        .AddSingleton<IComposer, GenerativeComposer>();
}
