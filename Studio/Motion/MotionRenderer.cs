using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Motion.Footage;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Pictures;

namespace TemporalVideo.Studio.Motion;

/// <summary>
/// Renders clips from drawn layers: frames are composited here, at positions between pixels so that slow movement is smooth, and ffmpeg
/// encodes them once, with captions and narration.
/// </summary>
/// <param name="ffmpeg">Encodes the clip.</param>
public sealed class MotionRenderer(FfmpegRunner ffmpeg) : IClipRenderer
{
    /// <inheritdoc/>
    public string Identity => "motion/6";

    /// <inheritdoc/>
    public async Task RenderAsync(ClipRequest request, string file, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var images = await LayerLoader.LoadAsync(request.Scene, request.SceneFolder, cancellationToken);
        await using var footage = request.Footage is { } film && request.Scene.Painting?.Footage is { } room
            ? await FootageReader.StartAsync(ffmpeg, film, room, request.Spoken.Duration, cancellationToken) : null;
        var painter = new ScenePainter(request, images, footage is null ? null : Moving(request.Scene, images, footage));
        using var folder = new TemporaryFolder();
        var layout = CaptionLayout.Of(request.Scene.Size);
        var script = SubtitleWriter.ToAss(SubtitleCues.Of(request.Spoken, layout), layout);
        var captions = folder.File("captions.ass");
        await File.WriteAllTextAsync(captions, script, cancellationToken);
        await WholeFile.WriteAsync(file, part => ffmpeg.RunAsync(
            new FfmpegRun
            {
                Arguments = Arguments(request, captions, painter.FrameCount, part),
                Seconds = request.Spoken.Duration,
                Progress = progress,
                Source = new FrameFeed(request.Scene.Size, painter.FrameCount, painter.Paint),
            },
            cancellationToken));
    }

    private static MovingLayer Moving(SceneArt scene, IReadOnlyList<LayerImage> images, FootageReader footage)
    {
        var painting = scene.Painting!;
        return new MovingLayer(images[scene.Layers.ToList().IndexOf(painting)], painting.Footage!, footage);
    }

    private static string[] Arguments(ClipRequest request, string captions, int frames, string file)
    {
        var seconds = (double)frames / VideoFormat.FramesPerSecond;
        return
        [
            "-i", request.NarrationFile,
            "-map", "0:v", "-vf", $"ass={captions}",
            "-map", "1:a", "-af",
                FormattableString.Invariant($"aformat=channel_layouts=mono,pan=stereo|c0=c0|c1=c0,apad,atrim=end={seconds:0.######}"),
            .. VideoFormat.VideoEncoding, .. VideoFormat.AudioEncoding,
            "-movflags", "+faststart", file,
        ];
    }
}
