using Microsoft.Extensions.DependencyInjection;
using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Music;

/// <summary>Registers the composer that needs no account.</summary>
public static class MusicRegistration
{
    /// <summary>Adds <see cref="IComposer"/>: own tracks, or music made here. Needs <see cref="MediaRegistration.AddMedia"/>.</summary>
    /// <param name="services">The services of the worker.</param>
    public static IServiceCollection AddOfflineMusic(this IServiceCollection services) => services
        .AddSingleton<IComposer, Composer>();
}
