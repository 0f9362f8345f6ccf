using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Narration;

/// <summary>Joins spoken sentences to the narration of a segment, with its pauses.</summary>
/// <param name="ffmpeg">Changes the tempo where the schedule asks for it.</param>
public sealed class NarrationAssembler(FfmpegRunner ffmpeg) : IMaker
{
    private const double FadeSeconds = 0.008;

    /// <inheritdoc/>
    public string Identity => "assembler/1";

    /// <summary>Writes the narration of a segment: WAV, 48 kHz, mono, exactly as long as the segment.</summary>
    /// <param name="spoken">When each sentence is heard.</param>
    /// <param name="sentenceFiles">WAV files of the sentences in order, 48 kHz mono.</param>
    /// <param name="tempo">The schedule's tempo.</param>
    /// <param name="file">The file to write.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task AssembleAsync(
        SpokenSegment spoken, IReadOnlyList<string> sentenceFiles, double tempo, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(spoken);
        ArgumentNullException.ThrowIfNull(sentenceFiles);
        ArgumentOutOfRangeException.ThrowIfNotEqual(sentenceFiles.Count, spoken.Sentences.Count, nameof(sentenceFiles));
        using var folder = new TemporaryFolder();
        var samples = new float[(int)Math.Round(spoken.Duration * VideoFormat.SampleRate)];
        for (var i = 0; i < sentenceFiles.Count; i++)
        {
            var sentence = await AtTempoAsync(sentenceFiles[i], tempo, folder.File($"{i}.wav"), cancellationToken);
            Insert(WavFile.Read(sentence, VideoFormat.SampleRate, 1), samples, spoken.Sentences[i].Start);
        }

        await WholeFile.WriteAsync(file, part =>
        {
            WavFile.Write(part, samples, VideoFormat.SampleRate, 1);
            return Task.CompletedTask;
        });
    }

    private async Task<string> AtTempoAsync(string sentence, double tempo, string changed, CancellationToken cancellationToken)
    {
        if (Math.Abs(tempo - 1) < 0.001)
        {
            return sentence;
        }

        await ffmpeg.RunAsync(
            ["-i", sentence, "-af", FormattableString.Invariant($"rubberband=tempo={tempo:0.#####}:pitchq=quality"),
             "-ar", "48000", "-c:a", "pcm_s16le", changed],
            cancellationToken);
        return changed;
    }

    /// <summary>Adds a sentence to the segment; its first and last milliseconds are faded so that no cut is heard.</summary>
    private static void Insert(float[] sentence, float[] samples, double start)
    {
        var offset = (int)Math.Round(start * VideoFormat.SampleRate);
        var fade = Math.Min((int)(FadeSeconds * VideoFormat.SampleRate), sentence.Length / 2);
        for (var i = 0; i < sentence.Length && offset + i < samples.Length; i++)
        {
            var edge = Math.Min(i, sentence.Length - 1 - i);
            samples[offset + i] += sentence[i] * (edge < fade ? (float)edge / fade : 1f);
        }
    }
}
