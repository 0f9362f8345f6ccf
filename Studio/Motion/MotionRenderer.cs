using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Motion.Footage;
using TemporalVideo.Studio.Narration;

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
        var (moves, room) = request.Scene.Layers.Index().Select(layer => (layer.Index, layer.Item.Footage))
            .FirstOrDefault(layer => layer.Footage is not null);
        await using var footage = request.Footage is null || room is null ? null
            : await FootageReader.StartAsync(ffmpeg, request.Footage, room, request.Spoken.Duration, cancellationToken);
        var painter = new ScenePainter(request, images, footage is null ? null : new MovingLayer(images[moves], room!, footage));
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
