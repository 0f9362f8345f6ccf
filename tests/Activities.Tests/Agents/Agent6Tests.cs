using System.Text.Json;
using TemporalVideo.Activities.Agent6;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Tests;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Tests.Agents;

public sealed class Agent6Tests : IDisposable
{
    private const string Clip = "agent5/s01_clip.mp4";

    private static readonly ClipTask First =
        new() { Session = AgentBench.Session, Agent = AgentName.Agent6, SegmentIds = ["s01"], Index = 0 };

    private readonly MediaRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task AddNarration_NarrationThere_IsHeardInTheClip()
    {
        await using var bench = await WithSilentClipAsync();
        await PutNarrationAsync(bench);

        var clip = await AddAsync(bench);

        clip.Warning.Should().BeNull();
        MediaRoom.Rms(await SoundAsync(bench)).Should().BeGreaterThan(0.01);
    }

    [Fact]
    public async Task AddNarration_NarrationComesAfterASilentAttempt_ReplacesTheSilence()
    {
        await using var bench = await WithSilentClipAsync();
        await AddAsync(bench);
        await PutNarrationAsync(bench);

        var clip = await AddAsync(bench);

        clip.Should().BeEquivalentTo(new { Found = false, Warning = (string?)null });
        MediaRoom.Rms(await SoundAsync(bench)).Should().BeGreaterThan(0.01);
    }

    [Fact]
    public async Task AddNarration_Again_IsFoundAndTheSilentClipIsStillThere()
    {
        await using var bench = await WithSilentClipAsync();
        await PutNarrationAsync(bench);
        await AddAsync(bench);

        (await AddAsync(bench)).Found.Should().BeTrue();
        (await bench.KeysAsync("agent5/")).Should().Equal(Clip, "agent5/silent/s01_clip.mp4");
    }

    [Fact]
    public async Task MakeSilentClip_NarratedOneIsThere_IsNotMadeAgainAndAnotherPictureMakesItAnew()
    {
        await using var bench = await WithPictureAsync("image:1");
        await bench.RunAsync<MakeSilentClip, Piece>(activity => activity.MakeSilentClipAsync(First));
        await PutNarrationAsync(bench);
        await AddAsync(bench);
        await bench.Store.DeleteAsync("scaffold_test/anna/s1/agent5/silent/s01_clip.mp4", default);

        var silent = await bench.RunAsync<MakeSilentClip, Piece>(activity => activity.MakeSilentClipAsync(First));
        var narrated = await AddAsync(bench);
        await bench.PutFileAsync("agent5/s01_image.png", _room.File("s01_image.png"), "image:2");
        var another = await bench.RunAsync<MakeSilentClip, Piece>(activity => activity.MakeSilentClipAsync(First));

        (silent.Found, narrated.Found, another.Found).Should().Be((true, true, false));
    }

    [Theory]
    [InlineData(VideoSize.Tall)]
    [InlineData(VideoSize.Square)]
    public async Task MakeSilentClip_OtherSize_IsAnotherClipInThatSize(VideoSize size)
    {
        await using var wide = await WithPictureAsync("image:1");
        await using var bench = await WithPictureAsync("image:1", size);

        var other = await wide.RunAsync<MakeSilentClip, Piece>(activity => activity.MakeSilentClipAsync(First));
        var clip = await bench.RunAsync<MakeSilentClip, Piece>(activity => activity.MakeSilentClipAsync(First));

        clip.Fingerprint.Should().NotBe(other.Fingerprint);
        var info = await _room.Probe.ProbeAsync(await bench.FileAsync("agent5/silent/s01_clip.mp4"), CancellationToken.None);
        (info.Video!.Width, info.Video.Height).Should().Be((size.Width(), size.Height()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not a sound")]
    public async Task AddNarration_NarrationMissingOrBroken_WarnsAndGoesOnInSilence(string? narration)
    {
        await using var bench = await WithSilentClipAsync();
        if (narration is not null)
        {
            await bench.PutAsync("agent4/s01.wav", narration);
        }

        var clip = await AddAsync(bench);

        clip.Warning.Should().StartWith("The clip of s01 has no narration");
        var sound = await SoundAsync(bench);
        MediaRoom.Rms(sound).Should().BeLessThan(0.0001);
        (sound.Length / 48_000.0).Should().BeApproximately(1, 0.06);
    }

    private static Task<Piece> AddAsync(AgentBench bench) =>
        bench.RunAsync<AddNarration, Piece>(activity => activity.AddNarrationAsync(First));

    private async Task PutNarrationAsync(AgentBench bench)
    {
        await _room.RunAsync("-f", "lavfi", "-i", "sine=f=500:r=48000:d=0.5", "-c:a", "pcm_s16le", _room.File("s01.wav"));
        await bench.PutFileAsync("agent4/s01.wav", _room.File("s01.wav"), "narration:1");
    }

    private async Task<AgentBench> WithSilentClipAsync()
    {
        await _room.RunAsync("-f", "lavfi", "-i", "testsrc2=s=320x180:r=30", "-frames:v", "30", "-c:v", "libx264", "-pix_fmt", "yuv420p",
            _room.File("clip.mp4"));
        var bench = await AgentBench.StartAsync();
        await bench.PutFileAsync("agent5/silent/s01_clip.mp4", _room.File("clip.mp4"), "silent:1");
        return bench;
    }

    private async Task<AgentBench> WithPictureAsync(string fingerprint, VideoSize size = VideoSize.Wide)
    {
        await _room.RunAsync("-f", "lavfi", "-i", "testsrc2=s=320x180", "-frames:v", "1", _room.File("s01_image.png"));
        var bench = await AgentBench.StartAsync();
        await bench.PutFileAsync("agent5/s01_image.png", _room.File("s01_image.png"), fingerprint);
        var timing = new NarrationSchedule(1, [new SpokenSegment { SegmentId = "s01", Duration = 1, Sentences = [] }]);
        await bench.PutAsync("agent4/timing.json", JsonSerializer.Serialize(timing));
        await bench.PutAsync("agent2/storyboard.json", JsonSerializer.Serialize(new Story { Title = "It", Size = size, Segments = [] }));
        return bench;
    }

    private async Task<float[]> SoundAsync(AgentBench bench) => await _room.SamplesAsync(await bench.FileAsync(Clip));
}
