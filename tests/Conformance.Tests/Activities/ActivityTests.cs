using Temporalio.Client;

namespace TemporalVideo.Conformance.Tests.Activities;

[Collection(nameof(SdkServers))]
public sealed class ActivityTests(SdkServers servers)
{
    [SkippableTheory]
    [MemberData(nameof(SdkServers.Kinds), MemberType = typeof(SdkServers))]
    public async Task C104_C121_FailedActivity_TellsWhyAndTheNextAttemptGoesOnAtItsHeartbeat(ServerKind kind)
    {
        var client = await servers.ClientAsync(kind);
        await SdkServers.WithWorkerAsync(
            client,
            options => options.AddWorkflow<FallbackWorkflow>().AddActivity(FallbackWorkflow.Fail).AddActivity(FallbackWorkflow.Resume),
            async queue =>
            {
                var result = await client.ExecuteWorkflowAsync(
                    (FallbackWorkflow workflow) => workflow.RunAsync(), new WorkflowOptions($"fallback-{Guid.NewGuid():N}", queue));

                result.Should().Be("Fail MaximumAttemptsReached Broken attempt 2 here; resumed at 7");
            });
    }
}
