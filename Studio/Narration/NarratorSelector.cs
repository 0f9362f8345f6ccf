namespace TemporalVideo.Studio.Narration;

/// <summary>Chooses the voice by language: flite for English where it is installed, espeak-ng for everything else.</summary>
/// <param name="english">The better voice for English.</param>
/// <param name="others">The voice for other languages and the fallback for English.</param>
/// <param name="hasEnglish">Whether the better voice can be used on this machine.</param>
public sealed class NarratorSelector(INarrator english, INarrator others, Func<bool> hasEnglish) : INarrator
{
    /// <inheritdoc/>
    public string IdentityFor(string language) => NarratorOf(language).IdentityFor(language);

    /// <inheritdoc/>
    public Task<double> SpeakAsync(string sentence, string language, string file, CancellationToken cancellationToken) =>
        NarratorOf(language).SpeakAsync(sentence, language, file, cancellationToken);

    private INarrator NarratorOf(string language)
    {
        return LanguageTag.Parse(language).Language == "en" && hasEnglish() ? english : others;
    }
}
