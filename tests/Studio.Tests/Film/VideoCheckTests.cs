using TemporalVideo.Studio.Film;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Film;

public sealed class VideoCheckTests : IDisposable
{
    private static readonly VideoMeasurements Good = new()
    {
        VideoCodec = "h264 High",
        Width = 1920,
        Height = 1080,
        FrameRate = 30,
        PixelFormat = "yuv420p",
        AudioCodec = "aac",
        SampleRate = 48_000,
        Channels = 2,
        VideoSeconds = 60,
        AudioSeconds = 60.01,
        Loudness = -16.2,
        TruePeak = -2.1,
        LongestBlack = 0,
        LongestFreeze = 1.2,
        LongestSilence = 0.8,
        FastStart = true,
        SubtitleCodec = "mov_text",
        Bytes = 1,
    };

    private readonly MediaRoom _room = new();

    public void Dispose() => _room.Dispose();

    public static TheoryData<string, VideoMeasurements> Faulty { get; } = new()
    {
        { "codec", Good with { VideoCodec = "hevc Main" } },
        { "1280×720", Good with { Width = 1280, Height = 720 } },
        { "25 frames a second", Good with { FrameRate = 25 } },
        { "yuv444p", Good with { PixelFormat = "yuv444p" } },
        { "44100 Hz", Good with { SampleRate = 44_100 } },
        { "60.00 ± 0.5 s", Good with { VideoSeconds = 61, AudioSeconds = 61 } },
        { "80 ms apart", Good with { AudioSeconds = 60.08 } },
        { "-18.0 LUFS", Good with { Loudness = -18 } },
        { "-1.0 dBTP", Good with { TruePeak = -1 } },
        { "black for 0.5 s", Good with { LongestBlack = 0.5 } },
        { "stands still for 4.0 s", Good with { LongestFreeze = 4 } },
        { "silent for 5.0 s", Good with { LongestSilence = 5 } },
        { "index", Good with { FastStart = false } },
        { "subtitle track is missing", Good with { SubtitleCodec = "" } },
    };

    [Fact]
    public void Judge_GoodVideo_HasNoFaultsAndAFullScore() =>
        VideoCheck.Judge(Good, new VideoPlan(60)).Should().BeEquivalentTo(new { Passed = true, Conform = 100 });

    [Theory]
    [InlineData(VideoSize.Wide, 1920, 1080)]
    [InlineData(VideoSize.Tall, 1080, 1920)]
    [InlineData(VideoSize.Square, 1080, 1080)]
    public void Judge_Size_IsThatOfThePlan(VideoSize size, int width, int height)
    {
        var plan = new VideoPlan(60) { Size = size };

        VideoCheck.Judge(Good with { Width = width, Height = height }, plan).Passed.Should().BeTrue();
        VideoCheck.Judge(Good with { Width = height + 2, Height = width }, plan).Faults.Should().ContainSingle()
            .Which.Should().Contain($"{width}×{height} is wanted");
    }

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Judge_OneFault_IsNamedAndCostsScore(string named, VideoMeasurements measurements)
    {
        var report = VideoCheck.Judge(measurements, new VideoPlan(60));

        report.Faults.Should().ContainSingle().Which.Should().Contain(named);
        report.Conform.Should().BeInRange(80, 99);
    }

    [Fact]
    public async Task CheckAsync_SmallStillClip_FindsWhatIsWrongByMeasuring()
    {
        await _room.RunAsync(
            "-f", "lavfi", "-i", "color=navy:s=320x180:r=25:d=4", "-f", "lavfi", "-i", "sine=f=500:r=48000:d=4", "-pix_fmt", "yuv420p",
                "-c:a", "aac", "-ac", "2", _room.File("poor.mp4"));

        var report = await new VideoCheck(_room.Ffmpeg, _room.Probe)
            .CheckAsync(_room.File("poor.mp4"), new VideoPlan(6), CancellationToken.None);

        report.Measurements.Should().BeEquivalentTo(new
        {
            Width = 320,
            Height = 180,
            FrameRate = 25.0,
            FastStart = false,
            SubtitleCodec = ""
        });
        report.Measurements.LongestFreeze.Should().BeGreaterThan(3.9);
        report.Faults.Should().HaveCountGreaterOrEqualTo(7);
        report.Conform.Should().BeLessThan(70);
    }
}
