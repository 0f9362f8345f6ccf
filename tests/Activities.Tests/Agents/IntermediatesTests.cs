using TemporalVideo.Activities.Agent5;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Tests.Agents;

public sealed class IntermediatesTests
{
    private static readonly string[] Kept =
    [
        "agent4/s01/sentences.json", "agent4/timing.json", "agent5/final.mp4", "agent5/final.srt", "agent2/s01/scene.json", "source.md",
    ];

    private static readonly string[] Cheap =
        ["agent4/music.wav", "agent4/s01.wav", "agent5/stitched.mp4", "agent5/silent/s01_clip.mp4"];

    [Theory]
    [InlineData(AgentName.Agent5, "agent5/clips/s01.mp4", "agent5/s01_clip.mp4", "agent5/s01_image.png")]
    [InlineData(AgentName.Agent6, "agent5/s01_clip.mp4", "agent5/clips/s01.mp4", null)]
    public async Task RemoveAsync_CheckedVideo_LeavesWhatItWasMadeOf(AgentName composer, string own, string other, string? image)
    {
        await using var bench = await AgentBench.StartAsync();
        string[] gone = [.. Cheap, other, .. image is null ? Array.Empty<string>() : [image]];
        foreach (var key in Kept.Append(own).Concat(gone))
        {
            await bench.PutAsync(key);
        }

        await new Intermediates(bench.Store).RemoveAsync(TaskOf(composer), default);

        (await bench.KeysAsync("")).Should().BeEquivalentTo(Kept.Append(own));
    }

    [Fact]
    public async Task RemoveAsync_MusicThatWasPaidFor_Stays()
    {
        await using var bench = await AgentBench.StartAsync();
        await bench.Store.PutAsync(
            "scaffold_test/anna/s1/agent4/music.wav", new byte[1], new ObjectTags("music:1", new Making("run-1/4", 0.02m)), default);

        await new Intermediates(bench.Store).RemoveAsync(TaskOf(AgentName.Agent5), default);

        (await bench.KeysAsync("")).Should().Equal("agent4/music.wav");
    }

    private static ComposeTask TaskOf(AgentName composer) => new() { Session = AgentBench.Session, Agent = composer, SegmentIds = ["s01"] };
}
