using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.Starter.Engine;

namespace TemporalVideo.Starter.Tests.Engine;

public sealed class MissingNamespaceTests
{
    [Fact]
    public async Task Of_ServerWithoutTheNamespace_SaysHowToMakeItOrToNameAnother()
    {
        await using var server = await DevServer.DevServer.StartAsync(new() { Port = 0 });
        var client = await TemporalClient.ConnectAsync(new(server.TargetHost) { Namespace = "vidoes" });

        var failure = await FailureOf(() => client.CountWorkflowsAsync(""));

        MissingNamespace.Of(failure).Should().Contain("--namespace vidoes").And.Contain("TEMPORAL_NAMESPACE");
    }

    [Fact]
    public async Task Of_AnotherThatIsNotFound_IsNone()
    {
        await using var server = await DevServer.DevServer.StartAsync(new() { Port = 0 });
        var client = await TemporalClient.ConnectAsync(new(server.TargetHost));

        var failure = await FailureOf(() => client.GetWorkflowHandle("none").DescribeAsync());

        MissingNamespace.Of(failure).Should().BeNull();
    }

    private static async Task<RpcException> FailureOf(Func<Task> call) => (await call.Should().ThrowAsync<RpcException>()).Which;
}
