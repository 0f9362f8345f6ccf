using Temporalio.Common;
using Temporalio.Worker;

namespace TemporalVideo.Workflows.Tests;

/// <summary>Replays histories that were recorded from real runs: a change of the workflow that these runs could not follow fails here.</summary>
public sealed class ReplayTests
{
    public static TheoryData<string> Recorded =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Histories"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task Replay_RecordedRun_IsFollowed(string name)
    {
        var replayer = new WorkflowReplayer(new WorkflowReplayerOptions().AddWorkflow<VideoWorkflow>());

        var result = await replayer.ReplayWorkflowAsync(await ReadAsync(name), throwOnReplayFailure: false);

        result.ReplayFailure.Should().BeNull();
    }

    private static async Task<WorkflowHistory> ReadAsync(string name) => WorkflowHistory.FromJson(
        "video:anna:recorded", await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Histories", $"{name}.json")));
}
