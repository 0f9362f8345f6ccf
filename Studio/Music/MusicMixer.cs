using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;

namespace TemporalVideo.Studio.Music;

/// <summary>
/// Adds music, which gives way to speech, and a subtitle track, and brings the whole to −16 LUFS at no more than −1.5 dBTP. The picture is
/// copied.
/// </summary>
/// <param name="ffmpeg">Mixes.</param>
/// <param name="meter">Measures before and after.</param>
/// <param name="probe">Tells the length of the video.</param>
public sealed class MusicMixer(FfmpegRunner ffmpeg, LoudnessMeter meter, MediaProbe probe) : IMaker
{
    /// <summary>Integrated loudness of a finished video in LUFS.</summary>
    public const double TargetLoudness = -16;

    /// <summary>The highest true peak of a finished video in dBTP.</summary>
    public const double HighestPeak = -1.5;

    /// <summary>
    /// How far the music lies below the narration where nobody speaks, in LU. Ducked it lies 20 below, as WCAG 2.2 asks (criterion 1.4.7).
    /// </summary>
    private const double MusicBelowSpeech = 12;

    private const double PeakMargin = 0.9;
    private const int Attempts = 5;

    /// <summary>
    /// Hears speech a fifth of a second ahead, so that the music is already low when it begins, and lets the music rise slowly after it.
    /// The music keeps out of the octaves that carry consonants.
    /// </summary>
    private const string Duck =
        "[voice]asplit[speech][heard];[heard]atrim=start=0.2,asetpts=PTS-STARTPTS,apad[key];"
        + "[music]equalizer=f=1800:t=o:w=2.5:g=-6[bed];"
        + "[bed][key]sidechaincompress=threshold=0.02:ratio=3.2:attack=60:release=500:knee=4:level_sc=1[ducked];"
        + "[speech][ducked]amix=inputs=2:duration=first:normalize=0";

    /// <inheritdoc/>
    public string Identity => "mixer/1";

    /// <summary>Writes the finished video.</summary>
    /// <param name="request">Video, music and subtitles.</param>
    /// <param name="file">The file to write: MP4, fast start.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The loudness of the result, measured.</returns>
    public async Task<Loudness> MixAsync(MixRequest request, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var folder = new TemporaryFolder();
        var mixed = folder.File("mixed.wav");
        await BalanceAsync(request, mixed, cancellationToken);
        var subtitles = folder.File("subtitles.srt");
        await File.WriteAllTextAsync(subtitles, SubtitleWriter.ToSrt(request.Subtitles), cancellationToken);
        var source = await meter.MeasureAsync(mixed, cancellationToken);
        Loudness result = source;
        await WholeFile.WriteAsync(file, async part =>
        {
            var (gain, ceiling) = (TargetLoudness - source.Integrated, HighestPeak - PeakMargin);
            var (tooQuiet, tooLoud) = (double.NegativeInfinity, double.PositiveInfinity);
            for (var attempt = 1; ; attempt++)
            {
                await ffmpeg.RunAsync(Mux(request, mixed, subtitles, Level(gain, ceiling), part), cancellationToken);
                result = await meter.MeasureAsync(part, cancellationToken);
                var (missing, over) = (TargetLoudness - result.Integrated, result.TruePeak - HighestPeak);
                if (attempt == Attempts || source.Integrated <= -70 || (Math.Abs(missing) <= 0.4 && over <= 0))
                {
                    return;
                }

                // The limiter takes some loudness away, and the encoder adds some peak. Loudness can jump where quiet passages pass
                // the gate of its measurement, so once gains on both sides of the target are known, the middle is tried.
                (tooQuiet, tooLoud) = missing > 0 ? (gain, tooLoud) : (tooQuiet, gain);
                gain = double.IsFinite(tooLoud - tooQuiet) ? (tooQuiet + tooLoud) / 2 : gain + missing;
                ceiling -= Math.Max(0, over + 0.2);
            }
        });
        return result;
    }

    /// <summary>Writes narration and music together, the music at its place below the narration.</summary>
    private async Task BalanceAsync(MixRequest request, string mixed, CancellationToken cancellationToken)
    {
        var info = await probe.ProbeAsync(request.Video, cancellationToken);
        var seconds = info.Video?.Duration ?? info.Duration;
        var end = FormattableString.Invariant($"apad,atrim=end={seconds:0.######}");
        if (request.Music is null)
        {
            await ffmpeg.RunAsync(["-i", request.Video, "-map", "0:a", "-af", end, "-c:a", "pcm_f32le", mixed], cancellationToken);
            return;
        }

        var speech = await meter.MeasureAsync(request.Video, cancellationToken);
        var music = await meter.MeasureAsync(request.Music, cancellationToken);
        var gain = Math.Clamp(Math.Max(speech.Integrated, -40) - MusicBelowSpeech - request.Quieter - music.Integrated, -40, 20);
        var filters = FormattableString.Invariant($"[0:a]aformat=sample_fmts=fltp:channel_layouts=stereo,{end}[voice];")
            + FormattableString.Invariant(
                $"[1:a]aresample=48000,aformat=sample_fmts=fltp:channel_layouts=stereo,volume={gain:0.##}dB[music];")
            + $"{Duck},{end}[mix]";
        await ffmpeg.RunAsync(["-i", request.Video, "-i", request.Music, "-filter_complex", filters, "-map", "[mix]", "-c:a", "pcm_f32le",
            mixed], cancellationToken);
    }

    /// <summary>Linear gain, then a limiter on four times the samples, which sees what lies between them.</summary>
    private static string Level(double gain, double ceiling) => FormattableString.Invariant(
        $"volume={gain:0.###}dB,aresample=192000,alimiter=limit={Math.Pow(10, ceiling / 20):0.#####}:attack=5:release=80:level=0")
        + ",aresample=48000";

    private static string[] Mux(MixRequest request, string mixed, string subtitles, string level, string file)
    {
        var language = LanguageTag.TryParse(request.Language, out var tag) ? tag.Iso639 : "und";
        var hasSubtitles = request.Subtitles.Count > 0;
        string[] subtitleInput = hasSubtitles ? ["-i", subtitles] : [];
        string[] subtitleTrack = hasSubtitles
            ? ["-map", "2:s", "-c:s", "mov_text", "-metadata:s:s:0", $"language={language}", "-disposition:s:0", "0"] : [];
        string[] title = request.Title.Length > 0 ? ["-metadata", $"title={request.Title}"] : [];
        return
        [
            "-i", request.Video, "-i", mixed, .. subtitleInput,
            "-map", "0:v", "-c:v", "copy", "-map", "1:a", "-af", level, .. VideoFormat.AudioEncoding, "-metadata:s:a:0",
                $"language={language}",
            .. subtitleTrack, .. title, "-video_track_timescale", "30000", "-movflags", "+faststart", file,
        ];
    }
}
