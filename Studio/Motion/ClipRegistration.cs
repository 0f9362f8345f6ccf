using Microsoft.Extensions.DependencyInjection;

namespace TemporalVideo.Studio.Motion;

/// <summary>Registers the clip renderer.</summary>
public static class ClipRegistration
{
    /// <summary>Adds <see cref="IClipRenderer"/> and what Agent6 makes its clips with. Needs <see
    /// cref="Film.MediaRegistration.AddMedia"/>.</summary>
    /// <param name="services">The services of the worker.</param>
    public static IServiceCollection AddMotionRenderer(this IServiceCollection services) => services
        .AddSingleton<IClipRenderer, MotionRenderer>()
        .AddSingleton<StillClip>()
        .AddSingleton<AudioReplacer>();
}
