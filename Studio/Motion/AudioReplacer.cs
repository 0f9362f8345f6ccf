using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Motion;

/// <summary>Replaces a clip's sound by a narration, trimmed or padded to the clip. For Agent6 (R-B5).</summary>
/// <param name="ffmpeg">Encodes the sound; the picture is copied.</param>
/// <param name="probe">Tells the clip's length.</param>
public sealed class AudioReplacer(FfmpegRunner ffmpeg, MediaProbe probe) : IMaker
{
    /// <inheritdoc/>
    public string Identity => "replacer/1";

    /// <summary>Writes the clip with its new sound.</summary>
    /// <param name="clip">An MP4 file, with or without sound.</param>
    /// <param name="narration">An audio file.</param>
    /// <param name="file">The file to write; may be the clip itself.</param>
    /// <param name="cancellationToken">Kills ffmpeg.</param>
    /// <exception cref="ToolFailedException">One of the files is missing or broken.</exception>
    public async Task ReplaceAsync(string clip, string narration, string file, CancellationToken cancellationToken)
    {
        var info = await probe.ProbeAsync(clip, cancellationToken);
        var seconds = info.Video?.Duration ?? info.Duration;
        var length =
            FormattableString.Invariant(
            $"aresample=48000,aformat=channel_layouts=mono,pan=stereo|c0=c0|c1=c0,apad,atrim=end={seconds:0.######}");
        await WholeFile.WriteAsync(file, part => ffmpeg.RunAsync(
            ["-i", clip, "-i", narration, "-map", "0:v", "-c:v", "copy", "-map", "1:a:0", "-af", length, .. VideoFormat.AudioEncoding,
             "-video_track_timescale", "30000", "-movflags", "+faststart", part],
            cancellationToken));
    }
}
