namespace TemporalVideo.Studio.Narration.Voices;

/// <summary>A voice that is not whole: it is listed, and says what is wrong when it is chosen.</summary>
/// <param name="folder">Its folder.</param>
/// <param name="wrong">What is wrong.</param>
internal sealed class BrokenVoice(string folder, string wrong) : IVoice
{
    /// <inheritdoc/>
    public string Name => Path.GetFileName(folder);

    /// <inheritdoc/>
    public string Identity => throw Fault();

    /// <inheritdoc/>
    public string Description => "cannot be used";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Languages => [];

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [Fault().Message];

    /// <inheritdoc/>
    public Task RequireAsync(LanguageTag language, CancellationToken cancellationToken) => throw Fault();

    /// <inheritdoc/>
    public Task<Utterance> SpeakAsync(
        string sentence, LanguageTag language, double speed, string file, CancellationToken cancellationToken) =>
        throw Fault();

    /// <summary>What is wrong with it.</summary>
    public UnknownLanguageException Fault() => UnknownLanguageException.BrokenVoice(folder, wrong);
}
