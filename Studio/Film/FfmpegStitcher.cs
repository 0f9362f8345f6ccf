using System.Text;

namespace TemporalVideo.Studio.Film;

/// <summary>
/// Joins clips with ffmpeg. The picture is copied. The sound is decoded, cut or filled to the length of each clip's picture and encoded
/// once: every AAC stream begins with samples of its encoder and ends on a whole packet, so copied streams would drift apart from the
/// picture.
/// </summary>
/// <param name="ffmpeg">Joins.</param>
/// <param name="probe">Measures clips and result.</param>
public sealed class FfmpegStitcher(FfmpegRunner ffmpeg, MediaProbe probe) : IStitcher
{
    private const double Tolerance = 0.05;

    /// <inheritdoc/>
    public string Identity => "ffmpeg-copy/1";

    /// <inheritdoc/>
    public async Task StitchAsync(StitchRequest request, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfZero(request.Clips.Count, nameof(request));
        var clips = new List<Clip>();
        foreach (var path in request.Clips)
        {
            clips.Add(Clip.Of(path, await probe.ProbeAsync(path, cancellationToken)));
        }

        CheckAlike(clips);
        using var folder = new TemporaryFolder();
        var list = folder.File("clips.ffconcat");
        await File.WriteAllTextAsync(list, List(clips), cancellationToken);
        await WholeFile.WriteAsync(file, async part =>
        {
            await ffmpeg.RunAsync(Arguments(list, clips, part), cancellationToken);
            Verify(await probe.ProbeAsync(part, cancellationToken), clips.Sum(clip => clip.Seconds));
        });
    }

    private static string[] Arguments(string list, List<Clip> clips, string file)
    {
        var sounds = clips.SelectMany(clip => clip.HasSound
            ? new[] { "-i", clip.Path }
            : ["-f", "lavfi", "-i", $"anullsrc=r={VideoFormat.SampleRate}:cl=stereo"]);
        var filters = new StringBuilder();
        for (var i = 0; i < clips.Count; i++)
        {
            var samples = (long)Math.Round(clips[i].Seconds * VideoFormat.SampleRate);
            filters
                .Append($"[{i + 1}:a]aresample={VideoFormat.SampleRate},aformat=sample_fmts=fltp:channel_layouts=stereo,")
                .Append($"apad=whole_len={samples},atrim=end_sample={samples}[a{i}];");
        }

        filters.AppendJoin("", clips.Select((_, i) => $"[a{i}]")).Append($"concat=n={clips.Count}:v=0:a=1[sound]");
        return
        [
            // Without -copyts the picture would be moved by the first clip's AAC priming samples.
            "-copyts", "-f", "concat", "-safe", "0", "-i", list, .. sounds, "-filter_complex", filters.ToString(),
            "-map", "0:v", "-c:v", "copy", "-map", "[sound]", .. VideoFormat.AudioEncoding,
            "-video_track_timescale", "30000", "-movflags", "+faststart", file,
        ];
    }

    private static string List(List<Clip> clips) =>
        "ffconcat version 1.0\n" + string.Concat(clips.Select(clip =>
            FormattableString.Invariant(
                $"file '{clip.Path.Replace("'", @"'\''", StringComparison.Ordinal)}'\nduration {clip.Seconds:0.######}\n")));

    private static void CheckAlike(List<Clip> clips)
    {
        var first = clips[0].Picture;
        foreach (var (path, picture) in clips.Select(clip => (clip.Path, clip.Picture)))
        {
            if ((picture.Codec, picture.Width, picture.Height, picture.PixelFormat) != (first.Codec, first.Width, first.Height,
                first.PixelFormat))
            {
                throw new StitchException(
                    $"'{path}' is {picture.Codec} {picture.Width}×{picture.Height} {picture.PixelFormat}, but the first clip is "
                    + $"{first.Codec} {first.Width}×{first.Height} {first.PixelFormat}. Render all clips with the same settings.");
            }
        }
    }

    private static void Verify(MediaInfo result, double expected)
    {
        var (video, audio) = (result.Video?.Duration ?? 0, result.Audio?.Duration ?? 0);
        if (Math.Abs(video - expected) > Tolerance || Math.Abs(audio - expected) > Tolerance)
        {
            throw new StitchException(FormattableString.Invariant(
                $"The joined video has {video:0.000} s of picture and {audio:0.000} s of sound; its clips add up to {expected:0.000} s."));
        }
    }

    private sealed record Clip(string Path, StreamInfo Picture, double Seconds, bool HasSound)
    {
        public static Clip Of(string path, MediaInfo info)
        {
            var picture = info.Video ?? throw new StitchException($"'{path}' has no picture.");
            var seconds = picture.Frames > 0 && picture.FrameRate > 0 ? picture.Frames / picture.FrameRate : picture.Duration;
            return new Clip(System.IO.Path.GetFullPath(path), picture, seconds, info.Audio is not null);
        }
    }
}
