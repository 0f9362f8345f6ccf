using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Motion;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Motion;

public sealed class MotionRendererTests : IDisposable
{
    private readonly MediaRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData(VideoSize.Wide)]
    [InlineData(VideoSize.Tall)]
    [InlineData(VideoSize.Square)]
    public async Task RenderAsync_SmallScene_IsAFullClipWithCaptionsSoundAndTransition(VideoSize size)
    {
        var progress = new List<double>();
        var request = await RequestAsync(seconds: 4, size);
        var (width, height) = (size.Width(), size.Height());

        await new MotionRenderer(_room.Ffmpeg)
            .RenderAsync(request, _room.File("clip.mp4"), new Direct(progress.Add), CancellationToken.None);

        var info = await _room.Probe.ProbeAsync(_room.File("clip.mp4"), CancellationToken.None);
        info.Video.Should().BeEquivalentTo(new
        {
            Codec = "h264",
            Profile = "High",
            Width = width,
            Height = height,
            PixelFormat = "yuv420p",
            FrameRate = 30.0,
            Frames = 120,
            Start = 0.0,
        });
        info.Audio.Should().BeEquivalentTo(new { Codec = "aac", SampleRate = 48_000, Channels = 2, Start = 0.0 });
        info.Audio!.Duration.Should().BeApproximately(4, 0.03);
        progress.Should().NotBeEmpty();
        var report = await _room.RunAsync("-i", _room.File("clip.mp4"), "-vf", $"{BlackDetector.Filter},{FreezeDetector.Filter}", "-an",
            "-f", "null", "-");
        BlackDetector.Parse(report, 4).Should().BeEmpty();
        MediaInterval.Longest(FreezeDetector.Parse(report, 4)).Should().BeLessThan(2);
        (await BrightCaptionPixelsAsync(size, 0.2)).Should().Be(0);
        (await BrightCaptionPixelsAsync(size, 2)).Should().BeGreaterThan(500);
        var last = await _room.GrayAsync(_room.File("clip.mp4"), 118.6 / 30, $"{width - 20}:{height - 20}:10:10");
        (last.Max() - last.Min()).Should().BeLessThan(6, "the last frame is covered by the panel");
    }

    [Theory]
    [InlineData(2.0)]
    [InlineData(0.5)]
    public async Task RenderAsync_Footage_TakesThePlaceOfThePaintingAndThenItsLastPictureStays(double length)
    {
        var request = await RequestAsync(seconds: 2);
        await _room.RunAsync("-f", "lavfi", "-i", "color=red:s=600x500", "-frames:v", "1", _room.File("painting.png"));
        await _room.RunAsync(
            "-f", "lavfi", "-i", FormattableString.Invariant($"color=black:s=720x1280:r=24:d={length}"),
            "-vf", FormattableString.Invariant($"geq=lum='16+219*T/{length}':cb=128:cr=128"),
            "-pix_fmt", "yuv420p", "-c:v", "libx264", _room.File("film.mp4"));
        var layer = new SceneLayer { File = "painting.png", X = 200, Y = 200, Width = 600, Height = 500 };
        layer = layer with { Footage = new LayerRoom(12, 0, 588, 500) };
        request = request with
        {
            Scene = request.Scene with { Layers = [request.Scene.Layers[0], layer] },
            Footage = _room.File("film.mp4"),
            IsLast = true,
        };

        await new MotionRenderer(_room.Ffmpeg).RenderAsync(request, _room.File("clip.mp4"), null, CancellationToken.None);

        var (played, last) = (Math.Min(2, length * 1.25), 1 - (1 / (24 * length)));
        foreach (var time in new[] { 0.1, 0.4, 1.0, 1.6, 1.9 })
        {
            var light = (await _room.GrayAsync(_room.File("clip.mp4"), time, "100:100:450:400")).Average(sample => (double)sample);
            light.Should().BeApproximately(255 * Math.Min(last, time / played), 20, "the film is that bright at {0} s", time);
        }

        (await _room.GrayAsync(_room.File("clip.mp4"), 1, "4:100:204:400")).Average(sample => (double)sample)
            .Should().BeInRange(45, 65, "what is beside the painting stays red");
    }

    [Fact]
    public async Task RenderAsync_FootageIsLongerThanTheClip_EndsWithTheClip()
    {
        var request = await RequestAsync(seconds: 1);
        var film = await _room.ClipAsync("film.mp4", 300);
        var back = request.Scene.Layers[0] with { Footage = new LayerRoom(200, 200, 640, 360) };
        request = request with { Scene = request.Scene with { Layers = [back] }, Footage = film };

        await new MotionRenderer(_room.Ffmpeg).RenderAsync(request, _room.File("clip.mp4"), null, CancellationToken.None);

        (await _room.Probe.ProbeAsync(_room.File("clip.mp4"), CancellationToken.None)).Video!.Frames.Should().Be(30);
    }

    [Fact]
    public async Task RenderAsync_FootageIsNoFilm_SaysSo()
    {
        var request = await RequestAsync(seconds: 1);
        await File.WriteAllTextAsync(_room.File("film.mp4"), "not a film");
        var layer = request.Scene.Layers[0] with { Footage = new LayerRoom(0, 0, 640, 360) };
        request = request with { Scene = request.Scene with { Layers = [layer] }, Footage = _room.File("film.mp4") };

        var render = () => new MotionRenderer(_room.Ffmpeg).RenderAsync(request, _room.File("clip.mp4"), null, CancellationToken.None);

        (await render.Should().ThrowAsync<UnusableInputException>()).Which.Message.Should().Contain("film.mp4");
    }

    [Fact]
    public async Task RenderAsync_Cancelled_LeavesNoFile()
    {
        using var stop = new CancellationTokenSource();
        var request = await RequestAsync(seconds: 20);

        var render = () => new MotionRenderer(_room.Ffmpeg)
            .RenderAsync(request, _room.File("clip.mp4"), new Direct(_ => stop.Cancel()), stop.Token);

        await render.Should().ThrowAsync<OperationCanceledException>();
        Directory.GetFiles(Path.GetDirectoryName(_room.File("x"))!, "*clip*").Should().BeEmpty();
    }

    [Theory]
    [InlineData(VideoSize.Wide)]
    [InlineData(VideoSize.Tall)]
    public async Task RenderAsync_StillPictureForAgent6_MovesAndTakesTheNarration(VideoSize size)
    {
        await _room.RunAsync("-f", "lavfi", "-i", "testsrc=s=1792x1024", "-frames:v", "1", _room.File("still.png"));
        await _room.RunAsync("-f", "lavfi", "-i", "sine=f=300:r=24000:d=2", "-c:a", "pcm_s16le", _room.File("speech.wav"));

        await new StillClip(_room.Ffmpeg).RenderAsync(_room.File("still.png"), size, 3.5, _room.File("silent.mp4"), null,
            CancellationToken.None);
        await new AudioReplacer(_room.Ffmpeg, _room.Probe).ReplaceAsync(
            _room.File("silent.mp4"), _room.File("speech.wav"), _room.File("clip.mp4"), CancellationToken.None);

        var silent = await _room.Probe.ProbeAsync(_room.File("silent.mp4"), CancellationToken.None);
        silent.Video.Should()
            .BeEquivalentTo(new { Codec = "h264", Width = size.Width(), Height = size.Height(), FrameRate = 30.0, Frames = 105 });
        silent.Audio.Should().BeNull();
        var report = await _room.RunAsync("-i", _room.File("silent.mp4"), "-vf", FreezeDetector.Filter, "-f", "null", "-");
        MediaInterval.Longest(FreezeDetector.Parse(report, 3.5)).Should().BeLessThan(1);
        var samples = await _room.SamplesAsync(_room.File("clip.mp4"));
        (samples.Length / 48_000.0).Should().BeApproximately(3.5, 0.03);
        MediaRoom.Rms(samples.AsSpan(4_800, 86_000)).Should().BeGreaterThan(0.05);
        MediaRoom.Rms(samples.AsSpan(100_000, 60_000)).Should().BeLessThan(0.001);
    }

    private async Task<int> BrightCaptionPixelsAsync(VideoSize size, double time) =>
        (await _room.GrayAsync(_room.File("clip.mp4"), time,
            $"{size.Width() - 320}:160:160:{(int)Canvas.Of(size).CaptionTop + 2}")).Count(sample => sample > 220);

    private async Task<ClipRequest> RequestAsync(double seconds, VideoSize size = VideoSize.Wide)
    {
        await _room.RunAsync("-f", "lavfi", "-i", $"gradients=s=2080x2080:c0=navy:c1=teal:x0=0:y0=0:x1=2080:y1=2080:n=2", "-frames:v", "1",
            _room.File("back.png"));
        await _room.RunAsync("-f", "lavfi", "-i", "testsrc=s=400x300", "-frames:v", "1", "-vf", "format=rgba,colorchannelmixer=aa=0.9",
            _room.File("thing.png"));
        await _room.RunAsync("-f", "lavfi", "-i", $"sine=f=300:r=48000:d={seconds}", "-c:a", "pcm_s16le", _room.File("speech.wav"));
        return new ClipRequest
        {
            Scene = new SceneArt
            {
                Size = size,
                Accent = "#2E86AB",
                Background = "#0F2A5C",
                Layers =
                [
                    new SceneLayer { File = "back.png", X = -80, Y = -60, Width = 2080, Height = 2080, Depth = 0.1 },
                    new SceneLayer { File = "thing.png", X = 700, Y = 300, Width = 400, Height = 300, Depth = 0.5,
                        Entrance = LayerEntrance.Rise, Idle = LayerIdle.Float },
                ],
            },
            SceneFolder = Path.GetDirectoryName(_room.File("x"))!,
            Spoken = new SpokenSegment
            {
                SegmentId = "s01",
                Duration = seconds,
                Sentences = [new("A caption to be seen in it.", 0.8, 3)]
            },
            NarrationFile = _room.File("speech.wav"),
            IsFirst = true,
            IsLast = false,
            NextAccent = "#E4572E",
        };
    }

    private sealed class Direct(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
