using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Tests.Film;

public sealed class MeasuringTests : IDisposable
{
    private readonly MediaRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task MeasureAsync_ReferenceTone_ReadsItsLoudness()
    {
        // EBU Tech 3341: a 1 kHz tone in both channels reads as many LUFS as its peak has dBFS. lavfi's sine peaks at 1/8.
        await _room.RunAsync("-f", "lavfi", "-i", "sine=f=1000:r=48000:d=4", "-af", "volume=-1.94dB,pan=stereo|c0=c0|c1=c0",
            _room.File("tone.wav"));

        var loudness = await _room.Meter.MeasureAsync(_room.File("tone.wav"), CancellationToken.None);

        loudness.Integrated.Should().BeApproximately(-20, 0.2);
        loudness.TruePeak.Should().BeApproximately(-20, 0.2);
    }

    [Fact]
    public async Task MeasureAsync_NoSound_SaysSo()
    {
        await _room.RunAsync("-f", "lavfi", "-i", "color=s=64x64:d=1", _room.File("mute.mp4"));

        var measure = () => _room.Meter.MeasureAsync(_room.File("mute.mp4"), CancellationToken.None);

        await measure.Should().ThrowAsync<ToolFailedException>();
    }

    [Fact]
    public async Task ProbeAsync_BrokenFile_IsUnusableInput()
    {
        await File.WriteAllTextAsync(_room.File("broken.mp4"), "no video");

        var probe = () => _room.Probe.ProbeAsync(_room.File("broken.mp4"), CancellationToken.None);

        (await probe.Should().ThrowAsync<UnusableInputException>()).Which.Message.Should().Contain("broken.mp4");
    }

    [Fact]
    public async Task ProbeAsync_MissingFile_IsUnusableInput()
    {
        var probe = () => _room.Probe.ProbeAsync(_room.File("nowhere.mp4"), CancellationToken.None);

        (await probe.Should().ThrowAsync<UnusableInputException>()).Which.Message.Should().Contain("nowhere.mp4");
    }

    [Fact]
    public async Task Parse_BlackStillAndSilentStretches_AreFoundWhereTheyAre()
    {
        // One second of movement and tone, one of black and silence, two of a still picture with tone.
        await _room.RunAsync(
            "-f", "lavfi", "-i", "testsrc2=s=160x90:r=30:d=1", "-f", "lavfi", "-i", "color=black:s=160x90:r=30:d=1", "-f", "lavfi", "-i",
                "color=red:s=160x90:r=30:d=2",
            "-f", "lavfi", "-i", "sine=d=4:r=48000", "-filter_complex", "[0][1][2]concat=n=3[v];[3]volume=0:enable='between(t,1,2)'[a]",
            "-map", "[v]", "-map", "[a]", "-pix_fmt", "yuv420p", _room.File("mix.mp4"));

        var report = await _room.RunAsync(
            "-i", _room.File("mix.mp4"), "-vf", $"{BlackDetector.Filter},{FreezeDetector.Filter}", "-af", SilenceDetector.Filter, "-f",
                "null", "-");

        var black = BlackDetector.Parse(report, 4).Should().ContainSingle().Subject;
        (black.Start, black.End).Should().Be((1, 2));
        FreezeDetector.Parse(report, 4).Should().HaveCount(2).And.Contain(freeze => freeze.Start == 2 && freeze.End == 4);
        var silence = SilenceDetector.Parse(report, 4).Should().ContainSingle().Subject;
        silence.Start.Should().BeApproximately(1, 0.1);
        silence.End.Should().BeApproximately(2, 0.1);
    }

    [Fact]
    public async Task ProbeAsync_Clip_DescribesItsStreams()
    {
        var info = await _room.Probe.ProbeAsync(await _room.ClipAsync("clip.mp4", 45), CancellationToken.None);

        info.Video.Should().BeEquivalentTo(new
        {
            Codec = "h264",
            Width = 320,
            Height = 180,
            PixelFormat = "yuv420p",
            FrameRate = 30.0,
            Frames = 45
        });
        info.Audio.Should().BeEquivalentTo(new { Codec = "aac", SampleRate = 48_000, Channels = 2 });
        info.Subtitles.Should().BeNull();
        info.Duration.Should().BeApproximately(1.5, 0.03);
    }
}
