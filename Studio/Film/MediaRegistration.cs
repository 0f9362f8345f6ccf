using Microsoft.Extensions.DependencyInjection;
using TemporalVideo.Studio.Music;
using TemporalVideo.Studio.Narration;

namespace TemporalVideo.Studio.Film;

/// <summary>Registers what works on media files.</summary>
public static class MediaRegistration
{
    /// <summary>Adds ffmpeg, probing, measuring, assembling and mixing.</summary>
    /// <param name="services">The services of the worker.</param>
    public static IServiceCollection AddMedia(this IServiceCollection services) => services
        .AddSingleton<FfmpegRunner>()
        .AddSingleton<MediaProbe>()
        .AddSingleton<LoudnessMeter>()
        .AddSingleton<NarrationAssembler>()
        .AddSingleton<MusicMixer>()
        .AddSingleton<VideoCheck>()
        .AddSingleton<ContrastMeter>();
}
