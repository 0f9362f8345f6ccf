using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Narration.Voices;

/// <summary>Makes a synthesiser's raw voice fit for a video: no silence at its ends, warmth, even level, 48 kHz mono.</summary>
/// <param name="ffmpeg">Filters the sound.</param>
internal sealed class VoiceFinish(FfmpegRunner ffmpeg)
{
    /// <summary>−46 dB: what is quieter at the ends is silence.</summary>
    private const float Silent = 0.005f;

    /// <summary>Seconds of it that stay, so that no consonant is cut.</summary>
    private const double Kept = 0.03;

    /// <summary>
    /// A gentle rise below 200 Hz for warmth, a dip where synthetic voices ring, presence for clear consonants, a compressor for an even
    /// level, and a de-esser last.
    /// </summary>
    private const string Tone =
        "highpass=f=75,equalizer=f=170:t=q:w=0.9:g=2.5,equalizer=f=950:t=q:w=1.4:g=-1.5,equalizer=f=3400:t=q:w=1.2:g=2,"
        + "acompressor=threshold=-22dB:ratio=2.5:attack=6:release=140:makeup=1.6:knee=6,deesser=i=0.25";

    /// <summary>Filters a synthesised sentence.</summary>
    /// <param name="raw">The sentence as synthesised.</param>
    /// <param name="file">The file to write: 16-bit WAV, 48 kHz mono.</param>
    /// <param name="cancellationToken">Kills ffmpeg.</param>
    /// <exception cref="UnusableInputException">The sentence is silent.</exception>
    public async Task<Utterance> FinishAsync(RawSpeech raw, string file, CancellationToken cancellationToken)
    {
        var (first, last) = (Array.FindIndex(raw.Samples, IsHeard), Array.FindLastIndex(raw.Samples, IsHeard));
        if (first < 0)
        {
            throw new UnusableInputException(
                "The synthesiser made no sound: the sentence holds nothing that it can speak. "
                + "Write it in words, or leave it out of the lesson.");
        }

        var kept = (int)(Kept * raw.Rate);
        var (from, to) = (Math.Max(0, first - kept), Math.Min(raw.Samples.Length, last + kept));
        using var folder = new TemporaryFolder();
        var trimmed = folder.File("trimmed.wav");
        WavFile.Write(trimmed, raw.Samples.AsSpan(from, to - from), raw.Rate, 1);
        var seconds = 0.0;
        await WholeFile.WriteAsync(file, async part =>
        {
            // soxr dithers what it is given in 16 bits, each time otherwise.
            await ffmpeg.RunAsync(
                ["-i", trimmed, "-af", $"aformat=sample_fmts=dblp,aresample=48000:resampler=soxr,{Tone},alimiter=limit=0.89:level=0",
                 "-ac", "1", "-ar", "48000", "-c:a", "pcm_s16le", "-bitexact", part],
                cancellationToken);
            seconds = (double)WavFile.Read(part, VideoFormat.SampleRate, 1).Length / VideoFormat.SampleRate;
        });
        var offset = (double)from / raw.Rate;
        return new Utterance(
            seconds,
            [.. raw.Words.Select(word => word with
            {
                Start = Math.Clamp(word.Start - offset, 0, seconds),
                End = Math.Clamp(word.End - offset, 0, seconds),
            })]);
    }

    private static bool IsHeard(float sample) => Math.Abs(sample) > Silent;
}
