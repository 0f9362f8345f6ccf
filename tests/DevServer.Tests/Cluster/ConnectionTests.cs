using Grpc.Core;
using Grpc.Health.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Tests.Clients;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Cluster;

public sealed class ConnectionTests(EmbeddedFixture server) : IClassFixture<EmbeddedFixture>
{
    private readonly RawClient _client = server.Client;

    [Fact]
    public async Task C001_GetSystemInfo_AnswersVersionAndCapabilities()
    {
        var info = await _client.CallAsync<GetSystemInfoResponse>("GetSystemInfo", new GetSystemInfoRequest());

        info.ServerVersion.Should().MatchRegex(@"^\d+\.\d+\.\d+$");
        info.Capabilities.SdkMetadata.Should().BeTrue();
        info.Capabilities.UpsertMemo.Should().BeTrue();
    }

    [Fact]
    public async Task C002_DescribeNamespace_Default_IsRegistered()
    {
        var byName =
            await _client.CallAsync<DescribeNamespaceResponse>("DescribeNamespace", new DescribeNamespaceRequest { Namespace = "default" });
        var byId =
            await _client.CallAsync<DescribeNamespaceResponse>("DescribeNamespace",
            new DescribeNamespaceRequest { Id = byName.NamespaceInfo.Id });

        byName.NamespaceInfo.State.Should().Be(NamespaceState.Registered);
        Guid.TryParse(byName.NamespaceInfo.Id, out _).Should().BeTrue();
        byName.NamespaceInfo.Capabilities.SyncUpdate.Should().BeTrue();
        byName.NamespaceInfo.Capabilities.AsyncUpdate.Should().BeTrue();
        byName.Config.WorkflowExecutionRetentionTtl.Seconds.Should().Be(86_400);
        byName.Config.CustomSearchAttributeAliases.Values.Should().BeEquivalentTo(EmbeddedFixture.Attributes.Keys);
        byId.Should().Be(byName);
    }

    [Fact]
    public async Task C003_UnknownNamespace_IsNotFoundWithDetail()
    {
        var count = () =>
            _client.CallAsync<CountWorkflowExecutionsResponse>("CountWorkflowExecutions",
            new CountWorkflowExecutionsRequest { Namespace = "nope" });

        var refused = (await count.Should().ThrowAsync<CallFailedException>()).Which;

        refused.Code.Should().Be(StatusCode.NotFound);
        refused.Message.Should().Be("Namespace nope is not found.");
        refused.Status!.Details.Single().Unpack<NamespaceNotFoundFailure>().Namespace.Should().Be("nope");
    }

    [Fact]
    public async Task C004_UnimplementedRpc_LeavesTheConnectionUsable()
    {
        var call = () => _client.CallAsync<ListWorkersResponse>("ListWorkers", new ListWorkersRequest { Namespace = "default" });

        (await call.Should().ThrowAsync<CallFailedException>().WithMessage("method ListWorkers not supported"))
            .Which.Code.Should().Be(StatusCode.Unimplemented);
        (await _client.CallAsync<GetSystemInfoResponse>("GetSystemInfo", new GetSystemInfoRequest())).ServerVersion.Should().NotBeEmpty();
    }

    [Fact]
    public async Task C005_HealthCheck_IsServing()
    {
        var health = await _client.CallAsync<HealthCheckResponse>(
            "Check", new HealthCheckRequest { Service = ServiceDescriptors.WorkflowService.FullName }, ServiceDescriptors.Health);

        health.Status.Should().Be(HealthCheckResponse.Types.ServingStatus.Serving);
    }

    [Theory]
    [InlineData("someone-else", "99.0.0", null)]
    [InlineData("temporal-cli", "1.5.1", null)]
    [InlineData("temporal-cli", "0.0.0-DEV", null)]
    [InlineData("temporal-cli", "99.0.0", StatusCode.FailedPrecondition)]
    [InlineData("temporal-cli", "x", StatusCode.InvalidArgument)]
    [InlineData("temporal-ui", "2.55.0", null)]
    [InlineData("temporal-ui", "3.0.0", StatusCode.FailedPrecondition)]
    public Task C006_ClientVersion_IsChecked(string name, string version, StatusCode? refused) =>
        CheckAsync(refused, ("client-name", name), ("client-version", version));

    [Theory]
    [InlineData(">=1.0.0 <2.0.0", null)]
    [InlineData("<1.0.0", StatusCode.FailedPrecondition)]
    [InlineData("nonsense", StatusCode.InvalidArgument)]
    public Task C006_SupportedServerVersions_AreChecked(string range, StatusCode? refused) =>
        CheckAsync(refused, ("supported-server-versions", range));

    [Fact]
    public async Task C020_StartPageOfTheWebUi_IsAnswered()
    {
        var cluster = await _client.CallAsync<GetClusterInfoResponse>("GetClusterInfo", new GetClusterInfoRequest());
        var namespaces = await _client.CallAsync<ListNamespacesResponse>("ListNamespaces", new ListNamespacesRequest());
        var attributes = await _client.CallAsync<ListSearchAttributesResponse>(
            "ListSearchAttributes", new ListSearchAttributesRequest { Namespace = "default" }, ServiceDescriptors.OperatorService);

        cluster.ClusterName.Should().Be("active");
        cluster.SupportedClients.Should().ContainKey("temporal-ui");
        namespaces.Namespaces.Select(n => n.NamespaceInfo.Name).Should().Contain(["default", "temporal-system"]);
        attributes.CustomAttributes.Should().BeEquivalentTo(EmbeddedFixture.Attributes);
        attributes.SystemAttributes["ExecutionStatus"].Should().Be(IndexedValueType.Keyword);
    }

    private async Task CheckAsync(StatusCode? refused, params (string Name, string Value)[] headers)
    {
        var call = () => _client.CallAsync<GetSystemInfoResponse>("GetSystemInfo", new GetSystemInfoRequest(), null, headers: headers);
        if (refused is null)
        {
            await call.Should().NotThrowAsync();
        }
        else
        {
            (await call.Should().ThrowAsync<CallFailedException>()).Which.Code.Should().Be(refused.Value);
        }
    }
}
