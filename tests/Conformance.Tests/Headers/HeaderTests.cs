using Temporalio.Client;
using TemporalVideo.Conformance.Tests.Cli;

namespace TemporalVideo.Conformance.Tests.Headers;

[Collection(nameof(SdkServers))]
public sealed class HeaderTests(SdkServers servers)
{
    [SkippableTheory]
    [MemberData(nameof(SdkServers.Kinds), MemberType = typeof(SdkServers))]
    public async Task C029_HeadersOfEveryCall_ArriveUnchanged(ServerKind kind)
    {
        var passing = new PassingInterceptor();
        var client = await servers.ClientAsync(kind, options => options.Interceptors = [passing]);
        await SdkServers.WithWorkerAsync(
            client,
            options => options.AddWorkflow<CollectorWorkflow>(),
            async queue =>
            {
                var run = await client.StartWorkflowAsync(
                    (CollectorWorkflow workflow) => workflow.RunAsync(), new WorkflowOptions($"headers-{Guid.NewGuid():N}", queue));
                await run.ExecuteUpdateAsync(workflow => workflow.SetAsync("one"));
                (await run.QueryAsync(workflow => workflow.Items)).Should().Equal("one");
                await run.SignalAsync(workflow => workflow.AddAsync("end"));
                (await run.GetResultAsync()).Should().Equal("one", "end");
            });

        passing.Arrived.Keys.Should().BeEquivalentTo("start", "update", "query", "signal");
        passing.Arrived.Values.Should().AllBeEquivalentTo(PassingInterceptor.Sent, options => options.WithStrictOrdering());
    }
}
