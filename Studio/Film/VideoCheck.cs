using System.Globalization;
using System.Runtime.InteropServices;
using TemporalVideo.Studio.Narration;

namespace TemporalVideo.Studio.Film;

/// <summary>Measures a finished video and says what is not as it must be.</summary>
/// <param name="ffmpeg">Decodes the video once, through all detectors.</param>
/// <param name="probe">Reads its format.</param>
public sealed class VideoCheck(FfmpegRunner ffmpeg, MediaProbe probe)
{
    /// <summary>Checks a video.</summary>
    /// <param name="file">An MP4 file.</param>
    /// <param name="plan">What it is to be.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ToolFailedException">The file is missing or broken.</exception>
    public async Task<VideoReport> CheckAsync(string file, VideoPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Judge(await MeasureAsync(file, plan.Schedule, cancellationToken), plan);
    }

    /// <summary>Compares measurements with the plan.</summary>
    internal static VideoReport Judge(VideoMeasurements found, VideoPlan plan)
    {
        var demands = VideoDemand.Of(found, plan);
        var faults = demands.Where(demand => !demand.Met).Select(demand => demand.Fault.ToString(CultureInfo.InvariantCulture)).ToList();
        var score = 100 * demands.Sum(demand => demand.Weight * demand.Grade) / demands.Sum(demand => demand.Weight);
        return new VideoReport(found, faults, (int)Math.Floor(score));
    }

    private async Task<VideoMeasurements> MeasureAsync(string file, NarrationSchedule? schedule, CancellationToken cancellationToken)
    {
        var info = await probe.ProbeAsync(file, cancellationToken);
        var (video, audio) = (info.Video, info.Audio);
        string[] picture = video is null ? [] : ["-map", "0:v:0", "-vf", $"{BlackDetector.Filter},{FreezeDetector.Filter}"];
        string[] sound = audio is null ? [] : ["-map", "0:a:0", "-af", $"{SilenceDetector.Filter},{LoudnessMeter.Filter}"];
        using var folder = new TemporaryFolder();
        var (fields, samples) = (folder.File("fields.rgb"), folder.File("sound.f32"));
        string[] seen = video is null ? [] : ["-map", "0:v:0", "-vf", FlashMeter.Filter, "-pix_fmt", "rgb24", "-f", "rawvideo", fields];
        string[] heard = audio is null ? [] : ["-map", "0:a:0", "-ac", "1", "-ar", $"{SpeechLevel.SampleRate}", "-f", "f32le", samples];
        var report = await ffmpeg.RunAsync(
            ["-i", file, .. seen, .. heard, .. picture, .. sound, "-f", "null", "-"], cancellationToken);
        var loudness = audio is null ? new Loudness(-70, -70, 0) : LoudnessMeter.Parse(report);
        return new VideoMeasurements
        {
            VideoCodec = video is null ? "" : $"{video.Codec} {video.Profile}",
            Width = video?.Width ?? 0,
            Height = video?.Height ?? 0,
            FrameRate = video?.FrameRate ?? 0,
            PixelFormat = video?.PixelFormat ?? "",
            AudioCodec = audio?.Codec ?? "",
            SampleRate = audio?.SampleRate ?? 0,
            Channels = audio?.Channels ?? 0,
            VideoSeconds = (video?.Start ?? 0) + (video?.Duration ?? 0),
            AudioSeconds = (audio?.Start ?? 0) + (audio?.Duration ?? 0),
            Loudness = loudness.Integrated,
            TruePeak = loudness.TruePeak,
            LongestBlack = MediaInterval.Longest(BlackDetector.Parse(report, info.Duration)),
            LongestFreeze = MediaInterval.Longest(FreezeDetector.Parse(report, info.Duration)),
            LongestSilence = MediaInterval.Longest(SilenceDetector.Parse(report, info.Duration)),
            FastStart = Mp4Layout.IsFastStart(file),
            SubtitleCodec = info.Subtitles?.Codec ?? "",
            Bytes = info.Bytes,
            Film = video is null ? null : await FilmAsync(fields, audio is null ? null : samples, schedule, cancellationToken),
        };
    }

    private static async Task<FilmMeasurements> FilmAsync(
        string fields, string? samples, NarrationSchedule? schedule, CancellationToken cancellationToken)
    {
        var flashes = FlashMeter.Count(await File.ReadAllBytesAsync(fields, cancellationToken));
        var louder = samples is null || schedule is null ? null : SpeechLevel.OverPauses(
            MemoryMarshal.Cast<byte, float>(await File.ReadAllBytesAsync(samples, cancellationToken)), schedule);
        return FilmMeasurements.OfFlashes(flashes) with { SpeechOverMusic = louder };
    }
}
