using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Worker;
using Temporalio.Worker.Histories;
using Temporalio.Worker.Machines;
using TemporalVideo.Tests.Support;

namespace Temporalio.Tests.Worker;

/// <summary>A history and the code that made it, replayed in every way that a worker can come to it.</summary>
internal static class ReplayedHistory
{
    /// <summary>
    /// Replays task by task through the cache, task by task from the start, and at once: the commands must be the same each time,
    /// and those that the history shows.
    /// </summary>
    public static async Task ShouldBeFollowedAsync(WorkflowHistory history, Action<TemporalWorkerOptions> configure)
    {
        var incremental = await PlayAsync(history, 1000, configure);
        var withoutCache = await PlayAsync(history, 0, configure);

        incremental.Select(Words).Should().Equal(withoutCache.Select(Words));
        var written = history.Events.Where(e => e.EventType.IsCommandEvent()).ToList();
        var issued = incremental.SelectMany(Pending).ToList();
        issued.Select(p => p.Command.CommandType).Should().Equal(HistoryPlayer.CommandsOf(written));
        issued.Zip(written, (command, e) => CommandMatcher.FindMismatch(command, e, compareAttributes: true)).Should().AllSatisfy(m => m.Should().BeNull());
        await ReplayAtOnceAsync(history, configure);
    }

    private static Task<IReadOnlyList<RespondWorkflowTaskCompletedRequest>> PlayAsync(
        WorkflowHistory history, int cacheSize, Action<TemporalWorkerOptions> configure) =>
        HistoryPlayer.PlayAsync([.. history.Events], cacheSize > 0, async (targetHost, played) =>
        {
            var client = await TemporalClient.ConnectAsync(new(targetHost));
            var options = new TemporalWorkerOptions("played") { MaxCachedWorkflows = cacheSize };
            configure(options);
            using var worker = new TemporalWorker(client, options);
            await worker.ExecuteAsync(() => played);
        });

    private static async Task ReplayAtOnceAsync(WorkflowHistory history, Action<TemporalWorkerOptions> configure)
    {
        var worker = new TemporalWorkerOptions("played");
        configure(worker);
        var options = new WorkflowReplayerOptions();
        foreach (var workflow in worker.Workflows)
        {
            options.AddWorkflow(workflow);
        }

        await new WorkflowReplayer(options).ReplayWorkflowAsync(history);
    }

    private static IEnumerable<PendingCommand> Pending(RespondWorkflowTaskCompletedRequest answer) => answer.Commands.Select(
        c => new PendingCommand(c, new OneEventMachine(c))
        {
            Message = c.ProtocolMessageCommandAttributes is { } protocol ? answer.Messages.Single(m => m.Id == protocol.MessageId) : null,
        });

    /// <summary>All that a task was answered, in words; only when a local activity ended is its own.</summary>
    private static string Words(RespondWorkflowTaskCompletedRequest answer) =>
        string.Join('\n', answer.Commands.Select(Words).Concat(answer.Messages.Select(m => $"{m}")));

    private static string Words(Command command) => command.CommandType == CommandType.RecordMarker
        && LocalActivityMarker.TryRead(command.RecordMarkerCommandAttributes.MarkerName, command.RecordMarkerCommandAttributes.Details) is { } local
        ? $"{local with { CompleteTime = null }} {command.RecordMarkerCommandAttributes.Details.GetValueOrDefault(LocalActivityMarker.ResultKey)}"
        : $"{command}";
}
