using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Narration;

/// <summary>Speaks the languages of <see href="https://github.com/espeak-ng/espeak-ng">espeak-ng</see>.</summary>
/// <param name="voices">The voices it has.</param>
/// <param name="ffmpeg">Finishes the sound.</param>
public sealed class EspeakNarrator(EspeakVoices voices, FfmpegRunner ffmpeg) : INarrator
{
    /// <summary>The program's name.</summary>
    internal const string Program = "espeak-ng";

    private const string WordsPerMinute = "150";

    private readonly VoiceFinish _finish = new(ffmpeg);

    /// <inheritdoc/>
    public string IdentityFor(string language) => $"espeak-ng/{LanguageTag.Parse(language)}/1";

    /// <inheritdoc/>
    public async Task<double> SpeakAsync(string sentence, string language, string file, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sentence);
        var voice = await voices.VoiceOfAsync(LanguageTag.Parse(language), cancellationToken);
        using var folder = new TemporaryFolder();
        var raw = folder.File("raw.wav");
        await ExternalTool.RunAsync(Program, ["-v", voice, "-s", WordsPerMinute, "-w", raw, "--", sentence], cancellationToken);
        return await _finish.FinishAsync(raw, file, cancellationToken);
    }
}
