using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.TypeScript.Tests.Servers;
using TemporalVideo.TypeScript.Tests.Workflows;

namespace TemporalVideo.TypeScript.Tests;

/// <summary>Our client starts workflows that the official worker carries out: each understands what the other wrote.</summary>
public abstract class OurClientTests(TypeScriptServer server)
{
    private static readonly Film Record = new("film", 3, [new("öne", 0.5), new("two", 1e21)]);

    [Collection(TypeScriptServers.Name)]
    public sealed class OnRealServer(TypeScriptServers.Real server) : OurClientTests(server);

    [Collection(TypeScriptServers.Name)]
    public sealed class OnEmbeddedServer(TypeScriptServers.Embedded server) : OurClientTests(server);

    [SkippableFact]
    public async Task C195_Payloads_AreUnderstoodInBothDirections()
    {
        var client = await server.ClientAsync();

        var understood = await client.ExecuteWorkflowAsync(
            (CrosswiseTwins.Payloads w) => w.RunAsync(Record, new byte[] { 0, 1, 254, 255 }, null, new[] { 1, 2, 39 }, "aé日本𝄞"), NewWorkflow());
        understood.Should().BeEquivalentTo(
            new Understood(new("film!", 6, [new("ÖNE", 0.5), new("TWO", 1e21)]), [0, 1, 254, 255], true, 42, "𝄞本日éa"));

        var reversed = await client.ExecuteWorkflowAsync((CrosswiseTwins.ReversedBytes w) => w.RunAsync(new byte[] { 0, 1, 254, 255 }), NewWorkflow());
        reversed.Should().Equal(255, 254, 1, 0);
        (await client.ExecuteWorkflowAsync((CrosswiseTwins.ReturnsNull w) => w.RunAsync(), NewWorkflow())).Should().BeNull();
    }

    [SkippableFact]
    public async Task C195_Failure_IsReadWithDetailsAndCauses()
    {
        var client = await server.ClientAsync();

        var failed = await Assert.ThrowsAsync<WorkflowFailedException>(
            () => client.ExecuteWorkflowAsync((CrosswiseTwins.Fails w) => w.RunAsync(), NewWorkflow()));

        var top = failed.InnerException.Should().BeOfType<ApplicationFailureException>().Subject;
        (top.Message, top.ErrorType, top.NonRetryable).Should().Be(("at the top – ünïcödé", "Top", true));
        top.Details.ElementAt<Film>(0).Should().BeEquivalentTo(new Film("detail", 7, []));
        top.Details.ElementAt<string>(1).Should().Be("second");
        var middle = top.InnerException.Should().BeOfType<ApplicationFailureException>().Subject;
        (middle.Message, middle.ErrorType, middle.NonRetryable, middle.Details.Count).Should().Be(("in the middle", "Middle", false, 0));
        var root = middle.InnerException.Should().BeOfType<ApplicationFailureException>().Subject;
        (root.Message, root.ErrorType, root.NonRetryable).Should().Be(("the root", "Root", true));
        root.Details.ElementAt<int[]>(0).Should().Equal(1, 2);
        root.Details.ElementAt<string?>(1).Should().BeNull();
        root.InnerException.Should().BeNull();
    }

    [SkippableFact]
    public async Task C195_SignalsQueriesAndUpdates_ReachTheWorkflow()
    {
        var client = await server.ClientAsync();
        var handle = await client.StartWorkflowAsync((MessageTwins.Ledger w) => w.RunAsync(1), NewWorkflow());

        await handle.SignalAsync(w => w.AddAsync(2));
        (await handle.QueryAsync(w => w.Total())).Should().Be(3);
        (await handle.ExecuteUpdateAsync(w => w.AddNowAsync(4))).Should().Be(7);
        (await handle.ExecuteUpdateAsync(w => w.AddLaterAsync(5))).Should().Be(17);
        var rejected = await Assert.ThrowsAsync<WorkflowUpdateFailedException>(() => handle.ExecuteUpdateAsync(w => w.AddNowAsync(-1)));
        var reason = rejected.InnerException.Should().BeOfType<ApplicationFailureException>().Subject;
        (reason.ErrorType, reason.Details.ElementAt<int>(0)).Should().Be(("NotPositive", -1));
        var refused = await Assert.ThrowsAsync<WorkflowUpdateFailedException>(() => handle.ExecuteUpdateAsync(w => w.RefuseAsync("this")));
        refused.InnerException.Should().BeOfType<ApplicationFailureException>().Which.ErrorType.Should().Be("Refused");
        var query = await Assert.ThrowsAsync<WorkflowQueryFailedException>(() => handle.QueryAsync(w => w.Fail()));
        query.Message.Should().Contain("This query always fails.");
        await handle.SignalAsync(w => w.FinishAsync());
        (await handle.GetResultAsync()).Should().Be(17);
    }

    [SkippableFact]
    public async Task C195_Cancellation_IsReadAsCancellation()
    {
        var client = await server.ClientAsync();
        var handle = await client.StartWorkflowAsync((CancellationTwins.CancelWaiting w) => w.RunAsync(), NewWorkflow());
        await Waiting.UntilAsync(async () =>
            (await handle.DescribeAsync()).RawDescription.PendingActivities.Any(activity => activity.State == PendingActivityState.Started));

        await handle.CancelAsync();

        var failed = await Assert.ThrowsAsync<WorkflowFailedException>(() => handle.GetResultAsync());
        TemporalException.IsCanceledException(failed.InnerException!).Should().BeTrue();
        (await handle.FetchHistoryAsync()).Events.Should().Contain(e => e.EventType == EventType.ActivityTaskCanceled);
    }

    [SkippableFact]
    public async Task C195_ContinueAsNew_IsFollowed()
    {
        var client = await server.ClientAsync();
        (await client.ExecuteWorkflowAsync((EvolutionTwins.Continues w) => w.RunAsync(1), NewWorkflow())).Should().Be("continued run");
    }

    private static WorkflowOptions NewWorkflow() =>
        new($"ours-{Guid.NewGuid():N}", TypeScriptServer.TaskQueue(Language.TypeScript)) { ExecutionTimeout = TimeSpan.FromSeconds(60) };
}
