using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Tests.Film;

public sealed class FfmpegStitcherTests : IDisposable
{
    private readonly MediaRoom _room = new();
    private readonly FfmpegStitcher _stitcher;

    public FfmpegStitcherTests() => _stitcher = new FfmpegStitcher(_room.Ffmpeg, _room.Probe);

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task StitchAsync_EightClips_KeepPictureAndSoundTogether()
    {
        // Each clip begins with a short beep: it is heard at each joint.
        int[] frames = [31, 47, 38, 61, 29, 53, 44, 37];
        var clips = new List<string>();
        for (var i = 0; i < frames.Length; i++)
        {
            clips.Add(await _room.ClipAsync($"clip {i}'s.mp4", frames[i], @"aevalsrc=0.5*sin(2*PI*1000*t)*lt(t\,0.2):s=48000"));
        }

        await _stitcher.StitchAsync(new StitchRequest(clips), _room.File("all.mp4"), CancellationToken.None);

        var info = await _room.Probe.ProbeAsync(_room.File("all.mp4"), CancellationToken.None);
        info.Video!.Frames.Should().Be(frames.Sum());
        info.Video.Duration.Should().BeApproximately(frames.Sum() / 30.0, 0.001);
        (info.Video.Start, info.Audio!.Start).Should().Be((0, 0));
        info.Audio.Duration.Should().BeApproximately(info.Video.Duration, 0.03);
        Beeps(await _room.SamplesAsync(_room.File("all.mp4"))).Should().Equal(
            Joints(frames), (heard, joint) => Math.Abs(heard - joint) < 0.01);
        (await FrameHashesAsync(_room.File("all.mp4"))).Should()
            .Equal((await Task.WhenAll(clips.Select(FrameHashesAsync))).SelectMany(hashes => hashes));
    }

    [Fact]
    public async Task StitchAsync_ClipWithoutSound_IsSilentThere()
    {
        var loud = await _room.ClipAsync("loud.mp4", 30);
        await _room.RunAsync("-i", await _room.ClipAsync("other.mp4", 30), "-an", "-c", "copy", _room.File("mute.mp4"));

        await _stitcher.StitchAsync(new StitchRequest([loud, _room.File("mute.mp4"), loud]), _room.File("all.mp4"), CancellationToken.None);

        var samples = await _room.SamplesAsync(_room.File("all.mp4"));
        MediaRoom.Rms(samples.AsSpan(50_000, 44_000)).Should().BeLessThan(0.001);
        MediaRoom.Rms(samples.AsSpan(100_000, 40_000)).Should().BeGreaterThan(0.05);
    }

    [Fact]
    public async Task StitchAsync_ClipsOfTwoSizes_NamesTheClip()
    {
        var small = _room.File("small.mp4");
        await _room.RunAsync("-f", "lavfi", "-i", "testsrc=s=160x90:d=1", "-pix_fmt", "yuv420p", small);
        var clip = await _room.ClipAsync("clip.mp4", 30);

        var stitch = () => _stitcher.StitchAsync(new StitchRequest([clip, small]), _room.File("all.mp4"), CancellationToken.None);

        (await stitch.Should().ThrowAsync<StitchException>()).Which.Message.Should().Contain("small.mp4").And.Contain("160×90");
        File.Exists(_room.File("all.mp4")).Should().BeFalse();
    }

    private static IEnumerable<double> Joints(int[] frames) => frames.Select((_, index) => frames[..index].Sum() / 30.0);

    /// <summary>When a sound begins after a tenth of a second of quiet.</summary>
    private static List<double> Beeps(float[] samples)
    {
        var beeps = new List<double>();
        var quiet = 48_000;
        for (var i = 0; i < samples.Length; i++)
        {
            if (Math.Abs(samples[i]) > 0.1f)
            {
                if (quiet > 4_800)
                {
                    beeps.Add(i / 48_000.0);
                }

                quiet = 0;
            }

            quiet++;
        }

        return beeps;
    }

    private async Task<string[]> FrameHashesAsync(string file)
    {
        await _room.RunAsync("-i", file, "-map", "0:v", "-f", "framemd5", file + ".md5");
        return (await File.ReadAllLinesAsync(file + ".md5")).Where(line => !line.StartsWith('#')).Select(line => line.Split(',')[^1].Trim())
            .ToArray();
    }
}
