using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Narration.Voices;

/// <summary>Speaks the languages of <see href="https://github.com/espeak-ng/espeak-ng">espeak-ng</see> that it can read.</summary>
/// <param name="voices">The voices it has.</param>
/// <param name="ffmpeg">Finishes the sound.</param>
public sealed class EspeakVoice(EspeakVoices voices, FfmpegRunner ffmpeg) : IVoice
{
    /// <summary>The program's name.</summary>
    internal const string Program = "espeak-ng";

    private const double WordsPerMinute = 150;

    private readonly VoiceFinish _finish = new(ffmpeg);

    /// <inheritdoc/>
    public string Name => Program;

    /// <inheritdoc/>
    public string Identity => "espeak-ng/2";

    /// <inheritdoc/>
    public string Description => EspeakLibrary.IsThere
        ? "espeak-ng, formant synthesis; word times from its events"
        : "espeak-ng, formant synthesis; word times by the length of the words";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Languages => ReadLanguages.ByEspeak;

    /// <inheritdoc/>
    public IReadOnlyList<string> WarningsFor(LanguageTag language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return ReadLanguages.WeaknessOf(language.Language) is { } weakness ? [$"{weakness}. A Piper voice would help."] : [];
    }

    /// <inheritdoc/>
    public Task RequireAsync(LanguageTag language, CancellationToken cancellationToken) => voices.VoiceOfAsync(language, cancellationToken);

    /// <inheritdoc/>
    public async Task<Utterance> SpeakAsync(
        string sentence, LanguageTag language, double speed, string file, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sentence);
        var voice = await voices.VoiceOfAsync(language, cancellationToken);
        var rate = (int)Math.Round(WordsPerMinute * speed);
        var raw = EspeakLibrary.Speak(voice, sentence, rate, cancellationToken)
            ?? await ByProgramAsync(sentence, voice, rate, cancellationToken);
        return await _finish.FinishAsync(raw, file, cancellationToken);
    }

    private static async Task<RawSpeech> ByProgramAsync(string sentence, string voice, int rate, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var raw = folder.File("raw.wav");
        await ExternalTool.RunAsync(Program, ["-v", voice, "-s", $"{rate}", "-w", raw, "--", sentence], cancellationToken);
        var (samples, samplesPerSecond) = WavFile.ReadMono(raw);
        return new RawSpeech(samples, samplesPerSecond, []);
    }
}
