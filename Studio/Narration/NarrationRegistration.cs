using Microsoft.Extensions.DependencyInjection;
using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Narration;

/// <summary>Registers the narrators that need no account.</summary>
public static class NarrationRegistration
{
    /// <summary>Adds <see cref="INarrator"/>: flite for English, espeak-ng otherwise. Needs <see cref="MediaRegistration.AddMedia"/>.</summary>
    /// <param name="services">The services of the worker.</param>
    public static IServiceCollection AddOfflineNarration(this IServiceCollection services) => services
        .AddSingleton<EspeakVoices>()
        .AddSingleton<FliteNarrator>()
        .AddSingleton<EspeakNarrator>()
        .AddSingleton<INarrator>(provider => new NarratorSelector(
            provider.GetRequiredService<FliteNarrator>(),
            provider.GetRequiredService<EspeakNarrator>(),
            () => ExternalTool.IsInstalled(FliteNarrator.Program)));
}
