using System.Globalization;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Motion.Footage;

namespace TemporalVideo.Studio.Motion;

/// <summary>Paints the frames of a clip.</summary>
internal sealed class ScenePainter
{
    private readonly Compositor _compositor = new();
    private readonly IReadOnlyList<LayerImage> _images;
    private readonly IReadOnlyList<LayerMotion> _motions;
    private readonly PanelTransition? _opening;
    private readonly PanelTransition? _closing;
    private readonly Yuv _background;
    private readonly MovingLayer? _moving;

    /// <summary>Prepares a clip.</summary>
    /// <param name="request">Scene and narration.</param>
    /// <param name="images">The scene's pictures, one for each layer.</param>
    /// <param name="moving">The one of them that moves; null: none.</param>
    public ScenePainter(ClipRequest request, IReadOnlyList<LayerImage> images, MovingLayer? moving = null)
    {
        (_images, _moving) = (images, moving);
        _background = Yuv.Parse(request.Scene.Background);
        var joint = Joint(request.Spoken.SegmentId);
        _opening = request.IsFirst ? null : new PanelTransition(request.Scene.Accent, joint - 1);
        _closing = request.IsLast ? null : new PanelTransition(request.NextAccent ?? request.Scene.Accent, joint);
        FrameCount = VideoFormat.Frames(request.Spoken.Duration);
        var camera = new Camera(request.Spoken.SegmentId);
        var earliest = request.IsFirst ? 0.1 : PanelTransition.Frames * 0.6 / VideoFormat.FramesPerSecond;
        var turns = request.Spoken.Sentences.Skip(1).Select(sentence => sentence.Start).ToList();
        _motions = request.Scene.Layers
            .Select((layer, index) => new LayerMotion(layer, index, Cue.Time(layer, request.Spoken, earliest), camera,
                request.Scene.Size, turns))
            .ToList();
    }

    // Segments are called by their number; two clips that meet count the same joint.
    private static int Joint(string segmentId) =>
        int.TryParse(segmentId.AsSpan().TrimStart('s'), CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Number of frames of the clip.</summary>
    public int FrameCount { get; }

    /// <summary>Paints one frame, counted from 0: all of them, one after another.</summary>
    public void Paint(Frame frame, int number)
    {
        _moving?.Advance();
        var time = (double)number / VideoFormat.FramesPerSecond;
        if (_images.Count == 0 || !_images[0].Opaque)
        {
            frame.Fill(_background);
        }

        for (var i = 0; i < _images.Count; i++)
        {
            _compositor.Draw(frame, _images[i], _motions[i].At(time));
        }

        _opening?.DrawOut(frame, number);
        _closing?.DrawIn(frame, FrameCount - 1 - number);
    }
}
