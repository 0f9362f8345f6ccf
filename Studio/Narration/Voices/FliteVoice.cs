using System.Globalization;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration.Timing;

namespace TemporalVideo.Studio.Narration.Voices;

/// <summary>Speaks English with <see href="http://cmuflite.org">flite</see>.</summary>
/// <param name="model">Its voice: <c>rms</c>, a man, or <c>slt</c>, a woman.</param>
/// <param name="ffmpeg">Finishes the sound.</param>
public sealed class FliteVoice(string model, FfmpegRunner ffmpeg) : IVoice
{
    /// <summary>The program's name.</summary>
    internal const string Program = "flite";

    private readonly VoiceFinish _finish = new(ffmpeg);

    /// <inheritdoc/>
    public string Name => $"flite-{model}";

    /// <inheritdoc/>
    public string Identity => $"flite/{model}/2";

    /// <inheritdoc/>
    public string Description =>
        $"flite, American English, {(model == "rms" ? "a man" : "a woman")}; word times aligned with those of espeak-ng";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Languages => ["en"];

    /// <inheritdoc/>
    public async Task<Utterance> SpeakAsync(
        string sentence, LanguageTag language, double speed, string file, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sentence);
        using var folder = new TemporaryFolder();
        var raw = folder.File("raw.wav");
        var text = AsciiSpeech.Of(sentence, language);
        var stretch = (1 / speed).ToString("0.####", CultureInfo.InvariantCulture);
        await ExternalTool.RunAsync(
            Program, ["-voice", model, "--setf", $"duration_stretch={stretch}", "-o", raw, "-t", text], cancellationToken);
        var (samples, rate) = WavFile.ReadMono(raw);
        var words = SpeechAligner.Align(samples, rate, text, "en-us", cancellationToken);
        return await _finish.FinishAsync(new RawSpeech(samples, rate, words), file, cancellationToken);
    }
}
