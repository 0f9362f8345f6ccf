using Microsoft.Extensions.DependencyInjection;

namespace TemporalVideo.Studio.Film;

/// <summary>Registers stitchers.</summary>
public static class StitchingRegistration
{
    /// <summary>Adds <see cref="IStitcher"/> by ffmpeg on this machine. Needs <see cref="MediaRegistration.AddMedia"/>.</summary>
    /// <param name="services">The services of the worker.</param>
    public static IServiceCollection AddFfmpegStitcher(this IServiceCollection services) => services
        .AddSingleton<IStitcher, FfmpegStitcher>();
}
