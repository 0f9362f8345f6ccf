using TemporalVideo.Studio.Narration.Voices;

namespace TemporalVideo.Studio.Narration;

/// <summary>Lets the voice speak that the catalog has for the language, or that is named.</summary>
/// <param name="catalog">The voices of this machine.</param>
public sealed class Narrator(VoiceCatalog catalog) : INarrator
{
    /// <inheritdoc/>
    public IReadOnlyList<string> OwnLanguages => catalog.OwnLanguages;

    /// <inheritdoc/>
    public string IdentityFor(SpeechManner manner)
    {
        var (voice, language) = Of(manner);
        return FormattableString.Invariant($"{voice.Identity} {language} {manner.Speed:0.###}");
    }

    /// <inheritdoc/>
    public async Task<IVoice> RequireAsync(SpeechManner manner, CancellationToken cancellationToken)
    {
        var (voice, language) = Of(manner);
        await voice.RequireAsync(language, cancellationToken);
        return voice;
    }

    /// <inheritdoc/>
    public Task<Utterance> SpeakAsync(string sentence, SpeechManner manner, string file, CancellationToken cancellationToken)
    {
        var (voice, language) = Of(manner);
        return voice.SpeakAsync(sentence, language, manner.Speed, file, cancellationToken);
    }

    private (IVoice Voice, LanguageTag Language) Of(SpeechManner manner)
    {
        ArgumentNullException.ThrowIfNull(manner);
        var language = LanguageTag.Parse(manner.Language);
        var voice = catalog.Choose(language, manner.Voice, manner.IsLocal);
        return (manner.Take is { } take ? voice.Anew(take) : voice, language);
    }
}
