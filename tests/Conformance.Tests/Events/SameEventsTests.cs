using Temporalio.Api.Enums.V1;
using Temporalio.Client;

namespace TemporalVideo.Conformance.Tests.Events;

[Collection(nameof(SdkServers))]
public sealed class SameEventsTests(SdkServers servers)
{
    private static readonly EventType[] Expected =
    [
        EventType.WorkflowExecutionStarted,
        EventType.ActivityTaskScheduled, EventType.ActivityTaskStarted, EventType.ActivityTaskCompleted,
        EventType.MarkerRecorded, EventType.TimerStarted, EventType.TimerFired,
        EventType.MarkerRecorded, EventType.UpsertWorkflowSearchAttributes, EventType.WorkflowPropertiesModified,
        EventType.StartChildWorkflowExecutionInitiated, EventType.ChildWorkflowExecutionStarted, EventType.ChildWorkflowExecutionCompleted,
    ];

    [SkippableTheory]
    [MemberData(nameof(SdkServers.Kinds), MemberType = typeof(SdkServers))]
    public async Task C195_OfficialWorker_WritesTheReferenceHistory(ServerKind kind)
    {
        var client = await servers.ClientAsync(kind);
        await SdkServers.WithWorkerAsync(
            client,
            options => options.AddWorkflow<SequenceWorkflow>().AddWorkflow<SequenceChildWorkflow>().AddActivity(SequenceWorkflow.Work),
            async queue =>
            {
                var run = await client.StartWorkflowAsync(
                    (SequenceWorkflow workflow) => workflow.RunAsync(false), new WorkflowOptions($"sequence-{Guid.NewGuid():N}", queue));
                (await run.GetResultAsync()).Should().Be("done");

                (await EventsAsync(client.GetWorkflowHandle(run.Id, run.ResultRunId)))
                    .Should().Equal([.. Expected, EventType.WorkflowExecutionContinuedAsNew]);
                (await EventsAsync(client.GetWorkflowHandle(run.Id)))
                    .Should().Equal([.. Expected, EventType.WorkflowExecutionCompleted]);
            });
    }

    /// <summary>The events of a run but for its workflow tasks: how many of them there are depends on when results arrive.</summary>
    private static async Task<IEnumerable<EventType>> EventsAsync(WorkflowHandle run) => (await run.FetchHistoryAsync()).Events
        .Select(each => each.EventType)
        .Where(type => type is not (EventType.WorkflowTaskScheduled or EventType.WorkflowTaskStarted or EventType.WorkflowTaskCompleted));
}
