using Microsoft.Extensions.DependencyInjection;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration.Recordings;
using TemporalVideo.Studio.Narration.Voices;

namespace TemporalVideo.Studio.Narration;

/// <summary>Registers the narrator that needs no account.</summary>
public static class NarrationRegistration
{
    /// <summary>
    /// Adds <see cref="INarrator"/>: flite or festival for English, espeak-ng otherwise, and the voices in the folders of
    /// <see cref="VoiceOptions"/>. Needs <see cref="MediaRegistration.AddMedia"/>.
    /// </summary>
    /// <param name="services">The services of the worker.</param>
    public static IServiceCollection AddOfflineNarration(this IServiceCollection services)
    {
        services.AddOptions<VoiceOptions>();
        return services
            .AddSingleton<EspeakVoices>()
            .AddSingleton<VoiceCatalog>()
            .AddSingleton<RecordingCutter>()
            .AddSingleton<INarrator, Narrator>();
    }
}
