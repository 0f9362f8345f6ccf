using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Words;

namespace TemporalVideo.Studio.Narration;

/// <summary>Speaks English with <see href="http://cmuflite.org">flite</see>, voice <c>slt</c>.</summary>
/// <param name="ffmpeg">Finishes the sound.</param>
public sealed class FliteNarrator(FfmpegRunner ffmpeg) : INarrator
{
    /// <summary>The program's name.</summary>
    internal const string Program = "flite";

    private readonly VoiceFinish _finish = new(ffmpeg);

    /// <inheritdoc/>
    public string IdentityFor(string language) => "flite/slt/1";

    /// <inheritdoc/>
    public async Task<double> SpeakAsync(string sentence, string language, string file, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sentence);
        using var folder = new TemporaryFolder();
        var raw = folder.File("raw.wav");
        var speech = SpeechNormaliser.For(language).Speak(sentence).Spoken;
        await ExternalTool.RunAsync(Program, ["-voice", "slt", "-o", raw, "-t", speech], cancellationToken);
        return await _finish.FinishAsync(raw, file, cancellationToken);
    }
}
