using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Client;
using TemporalVideo.DevServer.Host.Load;
using TemporalVideo.DevServer.Tests.Executions;

namespace TemporalVideo.DevServer.Tests.Durability.Load;

/// <summary>Compares what a client was told with what is there.</summary>
internal static class LoadCheck
{
    /// <summary>Fails unless everything acknowledged is in the workflow's history exactly once, and the result says the same.</summary>
    /// <param name="server">A connection without disturbance.</param>
    /// <param name="client">The client, done.</param>
    /// <param name="effects">What the activities left.</param>
    public static async Task CheckAsync(TemporalClient server, LoadClient client, IReadOnlyDictionary<string, int> effects)
    {
        var id = client.Handle.Id;
        var events = (await server.GetWorkflowHandle(id).FetchHistoryAsync()).Events.ToList();
        events.Select(each => each.EventId).Should().Equal(Enumerable.Range(1, events.Count).Select(n => (long)n), id);
        events[0].WorkflowExecutionStartedEventAttributes.OriginalExecutionRunId.Should().Be(client.RunId, id);
        events[^1].EventType.Should().Be(EventType.WorkflowExecutionCompleted, id);
        events.Where(each => each.WorkflowExecutionSignaledEventAttributes?.SignalName == "WorkOn")
            .Select(each => Values.Text(each.WorkflowExecutionSignaledEventAttributes.Input)).Should().Equal(client.Signals, id);
        events.Count(each => each.WorkflowExecutionSignaledEventAttributes?.SignalName == "Finish").Should().Be(1, id);
        Once(events, each => each.WorkflowExecutionUpdateAcceptedEventAttributes?.AcceptedRequest.Meta.UpdateId, id)
            .Should().Equal(client.Updates.Select(each => each.Item), id);
        Once(events, each => each.WorkflowExecutionUpdateCompletedEventAttributes?.Meta.UpdateId, id)
            .Should().BeEquivalentTo(client.Updates.Select(each => each.Item), id);
        client.Updates.Select(each => each.Answer).Should().Equal(Enumerable.Range(1, client.Updates.Count), id);

        var expected =
            client.Signals.Select((item, n) =>
            $"{id}/{item}/left {id}/{item}/right {(LoadWorkflow.HasChild(n) ? LoadWorkflow.ChildId(id, item) : item)}");
        client.Result!.Touched.Should().Equal(expected, id);
        client.Result.Signals.Should().Equal(client.Signals, id);
        client.Result.Updates.Should().Equal(client.Updates.Select(each => each.Item), id);

        CheckWork(client, events, effects);
    }

    private static void CheckWork(LoadClient client, List<HistoryEvent> events, IReadOnlyDictionary<string, int> effects)
    {
        var id = client.Handle.Id;
        var scheduled =
            Once(events, each => each.ActivityTaskScheduledEventAttributes is { } activity ? Values.Text(activity.Input) : null, id);
        scheduled.Should().BeEquivalentTo(client.Signals.SelectMany(item => new[] { $"{id}/{item}/left", $"{id}/{item}/right" })
            .Concat(client.Updates.Select(each => $"{id}/{each.Item}")), id);
        Once(events, each => each.ActivityTaskCompletedEventAttributes is { } activity ? Values.Text(activity.Result) : null, id)
            .Should().BeEquivalentTo(scheduled, id);
        var timers = client.Signals.Where((_, n) => !LoadWorkflow.HasChild(n)).Count();
        Once(events, each => each.TimerFiredEventAttributes?.TimerId, id).Should().HaveCount(timers, id);
        var children = client.Signals.Where((_, n) => LoadWorkflow.HasChild(n)).Select(item => LoadWorkflow.ChildId(id, item)).ToList();
        Once(events, each => each.ChildWorkflowExecutionStartedEventAttributes?.WorkflowExecution.WorkflowId, id).Should()
            .Equal(children, id);
        Once(events, each => each.ChildWorkflowExecutionCompletedEventAttributes?.WorkflowExecution.WorkflowId, id).Should()
            .Equal(children, id);
        foreach (var key in scheduled.Concat(children))
        {
            effects.GetValueOrDefault(key).Should().BeGreaterThanOrEqualTo(1, "{0} was reported as done", key);
        }
    }

    /// <summary>The keys of the events that have one; fails when one comes twice.</summary>
    private static List<string> Once(List<HistoryEvent> events, Func<HistoryEvent, string?> key, string id)
    {
        var keys = events.Select(key).OfType<string>().ToList();
        keys.Should().OnlyHaveUniqueItems(id);
        return keys;
    }
}
