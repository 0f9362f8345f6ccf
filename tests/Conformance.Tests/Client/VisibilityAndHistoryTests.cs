using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using TemporalVideo.Conformance.Tests.Sdk;

namespace TemporalVideo.Conformance.Tests.Client;

public abstract class VisibilityAndHistoryTests(WorkerServerFixture server) : ClientTests(server)
{
    [SkippableFact]
    public async Task ListWorkflowsAsync_Filter_FindsExactlyThose()
    {
        var type = $"Type{Guid.NewGuid():N}";
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add((await Client.StartWorkflowAsync(type, [], Options())).Id);
        }

        var found = await Eventually.BecomesAsync(() => ListAsync($"WorkflowType = '{type}'"), list => list.Count == 3);

        found.Select(w => w.Id).Should().BeEquivalentTo(ids);
        (await ListAsync($"WorkflowType = '{type}'", limit: 2)).Should().HaveCount(2);
        (await Client.CountWorkflowsAsync($"WorkflowType = '{type}'")).Count.Should().Be(3);
        var groups = await Client.CountWorkflowsAsync($"WorkflowType = '{type}' GROUP BY ExecutionStatus");
        groups.Groups.Should().ContainSingle().Which.GroupValues.Should().Equal("Running");
    }

    [SkippableFact]
    public async Task FetchHistoryEventsAsync_WaitNewEvent_GoesOnUntilTheEnd()
    {
        var handle = await Client.StartWorkflowAsync("W", [], Options());
        var seen = new List<EventType>();

        await foreach (var historyEvent in handle.FetchHistoryEventsAsync(new WorkflowHistoryEventFetchOptions { WaitNewEvent = true }))
        {
            seen.Add(historyEvent.EventType);
            if (historyEvent.EventType == EventType.WorkflowTaskScheduled)
            {
                await Worker.RespondAsync(RawWorker.Complete());
            }
        }

        seen.Should().Equal(
            EventType.WorkflowExecutionStarted, EventType.WorkflowTaskScheduled, EventType.WorkflowTaskStarted,
            EventType.WorkflowTaskCompleted, EventType.WorkflowExecutionCompleted);
    }

    [SkippableFact]
    public async Task CheckHealthAsync_Serving_IsTrue() => (await Client.Connection.CheckHealthAsync()).Should().BeTrue();

    private async Task<List<WorkflowExecution>> ListAsync(string query, int limit = 0)
    {
        var all = new List<WorkflowExecution>();
        await foreach (var workflow in Client.ListWorkflowsAsync(query, new WorkflowListOptions { Limit = limit }))
        {
            all.Add(workflow);
        }

        return all;
    }

    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : VisibilityAndHistoryTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : VisibilityAndHistoryTests(server);
}
