using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Narration.Voices;

namespace TemporalVideo.Hosting.Configuration.Providers;

/// <summary>A voice of a service as it is known before a worker speaks by it: for lists, plans and quotes.</summary>
/// <param name="name">The voice, in the model's word.</param>
/// <param name="model">The model that has it.</param>
public sealed class AnnouncedVoice(string name, SpeechModel model) : IVoice
{
    /// <inheritdoc/>
    public string Name => $"{model.Service}-{name}";

    /// <inheritdoc/>
    public string Identity => $"{model.Service}/{model.Model}/{name}";

    /// <inheritdoc/>
    public string Description => $"{model.Service}, {model.Model}, paid; word times by "
        + (model.Transcription.Length > 0 ? model.Transcription : "the length of the words");

    /// <inheritdoc/>
    public bool IsService => true;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Languages => model.Languages;

    /// <summary>The voices of all models that can be asked, the preferred one first.</summary>
    /// <param name="settings">Who makes what.</param>
    public static IEnumerable<IVoice> Of(ProviderSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Speech.SelectMany(model => model.Voices.Select(name => new AnnouncedVoice(name, model)));
    }

    /// <summary>Speaks nothing.</summary>
    /// <exception cref="NotSupportedException">Always: a worker has the voice itself.</exception>
    public Task<Utterance> SpeakAsync(
        string sentence, LanguageTag language, double speed, string file, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{Name} speaks on a worker.");
}
