using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Worker;
using TemporalVideo.Tests.Support;

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

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task C064_RecordedRun_TaskByTask_IssuesTheSameCommandsWithAndWithoutCache(string name)
    {
        var history = await ReadAsync(name);

        var incremental = await PlayAsync(history, cacheSize: 1000);
        var fromTheStart = await PlayAsync(history, cacheSize: 0);

        incremental.Should().HaveCountGreaterThan(1);
        incremental.Select(Words).Should().Equal(fromTheStart.Select(Words));
        incremental.SelectMany(answer => answer.Commands).Select(command => command.CommandType)
            .Should().Equal(HistoryPlayer.CommandsOf(history.Events));
    }

    private static async Task<WorkflowHistory> ReadAsync(string name) => WorkflowHistory.FromJson(
        "video:anna:recorded", await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Histories", $"{name}.json")));

    private static Task<IReadOnlyList<RespondWorkflowTaskCompletedRequest>> PlayAsync(WorkflowHistory history, int cacheSize) =>
        HistoryPlayer.PlayAsync([.. history.Events], sticky: cacheSize > 0, async (targetHost, played) =>
        {
            var options = new TemporalWorkerOptions("played") { MaxCachedWorkflows = cacheSize };
            using var worker = new TemporalWorker(await TemporalClient.ConnectAsync(new(targetHost)), options.AddWorkflow<VideoWorkflow>());
            await worker.ExecuteAsync(() => played);
        });

    private static string Words(RespondWorkflowTaskCompletedRequest answer) => string.Join('\n', answer.Commands.Concat<object>(answer.Messages));
}
