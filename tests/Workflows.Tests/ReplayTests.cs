using Temporalio.Common;
using Temporalio.Worker;

namespace TemporalVideo.Workflows.Tests;

/// <summary>
/// Replays histories that were recorded from real runs: a change of the workflow that these runs could not follow fails here.
/// </summary>
public sealed class ReplayTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Histories");

    /// <summary>A folder for each release, in it a file for each case.</summary>
    public static TheoryData<string> Recorded =>
        [.. Directory.GetFiles(Folder, "*.json", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)).Order()];

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task Replay_RecordedRun_IsFollowed(string name)
    {
        var replayer = new WorkflowReplayer(new WorkflowReplayerOptions().AddWorkflow<VideoWorkflow>().AddWorkflow<JobPipelineWorkflow>()
            .AddWorkflow<ScheduledPipelineWorkflow>().AddWorkflow<WebhookDeliveryWorkflow>());

        var result = await replayer.ReplayWorkflowAsync(await ReadAsync(name), throwOnReplayFailure: false);

        result.ReplayFailure.Should().BeNull();
    }

    private static async Task<WorkflowHistory> ReadAsync(string name) => WorkflowHistory.FromJson(
        "video:anna:recorded", await File.ReadAllTextAsync(Path.Combine(Folder, name)));
}
