using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Tests.Clients;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Cluster;

public sealed class MissingFeatureTests(EmbeddedFixture fixture) : IClassFixture<EmbeddedFixture>
{
    [Fact]
    public async Task DescribeWorkerDeployment_NotThere_SaysWhatHasIt()
    {
        var call = () => fixture.Client.CallAsync<Empty>(
            "DescribeWorkerDeployment", new DescribeWorkerDeploymentRequest { Namespace = "default" });

        var error = (await call.Should().ThrowAsync<CallFailedException>()).Which;
        error.Code.Should().Be(StatusCode.Unimplemented);
        error.Message.Should().Contain("has no worker deployments").And.Contain("Use a real Temporal server");
    }

    [Fact]
    public async Task CreateNexusEndpoint_NotThere_SaysWhatHasIt()
    {
        var call = () => fixture.Client.CallAsync<Empty>(
            "CreateNexusEndpoint", new CreateNexusEndpointRequest(), ServiceDescriptors.OperatorService);

        var error = (await call.Should().ThrowAsync<CallFailedException>()).Which;
        error.Code.Should().Be(StatusCode.Unimplemented);
        error.Message.Should().Contain("has no Nexus operations").And.Contain("Use a real Temporal server");
    }
}
