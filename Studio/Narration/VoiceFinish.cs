using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Narration;

/// <summary>Makes a synthesiser's raw voice fit for a video: no silence at its ends, warmth, even level, 48 kHz mono.</summary>
/// <param name="ffmpeg">Filters the sound.</param>
internal sealed class VoiceFinish(FfmpegRunner ffmpeg)
{
    private const string TrimStart = "silenceremove=start_periods=1:start_threshold=-46dB:start_silence=0.03:detection=peak";

    /// <summary>
    /// A gentle rise below 200 Hz for warmth, a dip where synthetic voices ring, presence for clear consonants, a compressor for an even
    /// level, and a de-esser last.
    /// </summary>
    private const string Tone =
        "highpass=f=75,equalizer=f=170:t=q:w=0.9:g=2.5,equalizer=f=950:t=q:w=1.4:g=-1.5,equalizer=f=3400:t=q:w=1.2:g=2,"
        + "acompressor=threshold=-22dB:ratio=2.5:attack=6:release=140:makeup=1.6:knee=6,deesser=i=0.25";

    /// <summary>Filters a synthesised sentence.</summary>
    /// <param name="raw">WAV file as synthesised.</param>
    /// <param name="file">The file to write: 16-bit WAV, 48 kHz mono.</param>
    /// <param name="cancellationToken">Kills ffmpeg.</param>
    /// <returns>The length in seconds.</returns>
    /// <exception cref="UnusableInputException">The sentence is silent.</exception>
    public async Task<double> FinishAsync(string raw, string file, CancellationToken cancellationToken)
    {
        var seconds = 0.0;
        await WholeFile.WriteAsync(file, async part =>
        {
            await ffmpeg.RunAsync(
                ["-i", raw, "-af", $"{TrimStart},areverse,{TrimStart},areverse,aresample=48000:resampler=soxr,{Tone},alimiter=limit=0.89:level=0",
                 "-ac", "1", "-ar", "48000", "-c:a", "pcm_s16le", "-bitexact", part],
                cancellationToken);
            seconds = (double)WavFile.Read(part, VideoFormat.SampleRate, 1).Length / VideoFormat.SampleRate;
            if (seconds == 0)
            {
                throw new UnusableInputException(
                    "The synthesiser made no sound: the sentence holds nothing that it can speak. Write it in words, or leave it out of the lesson.");
            }
        });
        return seconds;
    }
}
