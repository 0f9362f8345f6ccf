using Temporalio.Api.Enums.V1;
using Temporalio.Api.Sdk.V1;
using Temporalio.Client;

namespace TemporalVideo.Conformance.Tests.Metadata;

[Collection(nameof(SdkServers))]
public sealed class UserMetadataTests(SdkServers servers)
{
    [SkippableTheory]
    [MemberData(nameof(SdkServers.Kinds), MemberType = typeof(SdkServers))]
    public async Task C030_SummariesAndDetails_ArriveInDescribeAndHistory(ServerKind kind)
    {
        var client = await servers.ClientAsync(kind);
        await SdkServers.WithWorkerAsync(
            client,
            options => options.AddWorkflow<DescribedWorkflow>().AddActivity(DescribedWorkflow.Work),
            async queue =>
            {
                var run = await client.StartWorkflowAsync(
                    (DescribedWorkflow workflow) => workflow.RunAsync(),
                    new WorkflowOptions($"described-{Guid.NewGuid():N}", queue)
                    {
                        StaticSummary = "the run",
                        StaticDetails = "in **full**"
                    });
                await run.GetResultAsync();

                var described = await client.WorkflowService.DescribeWorkflowExecutionAsync(
                    new() { Namespace = "default", Execution = new() { WorkflowId = run.Id } });
                Texts(described.ExecutionConfig.UserMetadata).Should().Be(("\"the run\"", "\"in **full**\""));

                var events = (await run.FetchHistoryAsync()).Events.ToLookup(each => each.EventType, each => Texts(each.UserMetadata));
                events[EventType.WorkflowExecutionStarted].Should().Equal(("\"the run\"", "\"in **full**\""));
                events[EventType.TimerStarted].Should().Equal(("\"a short wait\"", null));
                events[EventType.ActivityTaskScheduled].Should().Equal(("\"some work\"", null));
            });
    }

    private static (string? Summary, string? Details) Texts(UserMetadata? metadata) =>
        (metadata?.Summary?.Data.ToStringUtf8(), metadata?.Details?.Data.ToStringUtf8());
}
