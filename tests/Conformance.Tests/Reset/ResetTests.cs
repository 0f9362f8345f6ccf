using Temporalio.Api.Enums.V1;
using Temporalio.Client;

namespace TemporalVideo.Conformance.Tests.Reset;

[Collection(nameof(SdkServers))]
public sealed class ResetTests(SdkServers servers)
{
    [SkippableTheory]
    [MemberData(nameof(SdkServers.Kinds), MemberType = typeof(SdkServers))]
    public async Task C177_ResetRun_GoesOnWithoutNondeterminism(ServerKind kind)
    {
        var client = await servers.ClientAsync(kind);
        await SdkServers.WithWorkerAsync(
            client,
            options => options.AddWorkflow<TwoStepWorkflow>().AddActivity(TwoStepWorkflow.Say),
            async queue =>
            {
                var run = await client.StartWorkflowAsync(
                    (TwoStepWorkflow workflow) => workflow.RunAsync(), new WorkflowOptions($"reset-{Guid.NewGuid():N}", queue));
                await run.SignalAsync(workflow => workflow.GoAsync("two"));
                (await run.GetResultAsync()).Should().Be("one two");
                var before = (await run.FetchHistoryAsync()).Events.ToList();

                var reset = await client.WorkflowService.ResetWorkflowExecutionAsync(new()
                {
                    Namespace = "default",
                    WorkflowExecution = new() { WorkflowId = run.Id, RunId = run.ResultRunId },
                    WorkflowTaskFinishEventId = before.First(each => each.EventType == EventType.WorkflowTaskCompleted).EventId,
                    Reason = "once more",
                    RequestId = $"{Guid.NewGuid()}",
                });

                var again = client.GetWorkflowHandle<TwoStepWorkflow, string>(run.Id, reset.RunId);
                (await again.GetResultAsync()).Should().Be("one two");
                var after = (await again.FetchHistoryAsync()).Events.ToList();
                after.Where(each => each.EventType == EventType.WorkflowTaskFailed)
                    .Select(each => each.WorkflowTaskFailedEventAttributes.Cause).Should().Equal(WorkflowTaskFailedCause.ResetWorkflow);
                after.Should().ContainSingle(each => each.EventType == EventType.WorkflowExecutionSignaled);
            });
    }
}
