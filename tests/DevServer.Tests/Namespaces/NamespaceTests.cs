using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.Namespace.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Tests.Clients;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Namespaces;

public sealed class NamespaceTests(EmbeddedFixture server) : IClassFixture<EmbeddedFixture>
{
    private readonly RawClient _client = server.Client;

    [Fact]
    public async Task Register_NewName_CanBeDescribedAndUpdated()
    {
        await RegisterAsync("one", 3);
        await _client.CallAsync<UpdateNamespaceResponse>("UpdateNamespace", new UpdateNamespaceRequest
        {
            Namespace = "one",
            UpdateInfo = new UpdateNamespaceInfo { Description = "changed" },
            Config = new NamespaceConfig { WorkflowExecutionRetentionTtl = Duration.FromTimeSpan(TimeSpan.FromDays(5)) },
        });

        var described =
            await _client.CallAsync<DescribeNamespaceResponse>("DescribeNamespace", new DescribeNamespaceRequest { Namespace = "one" });

        described.NamespaceInfo.Description.Should().Be("changed");
        described.NamespaceInfo.OwnerEmail.Should().Be("owner");
        described.Config.WorkflowExecutionRetentionTtl.ToTimeSpan().Should().Be(TimeSpan.FromDays(5));
    }

    [Fact]
    public async Task Register_NameExists_IsRefusedWithDetail()
    {
        var register = () => RegisterAsync("default", 3);

        var refused = (await register.Should().ThrowAsync<CallFailedException>()).Which;

        refused.Code.Should().Be(StatusCode.AlreadyExists);
        refused.Status!.Details.Single().Is(NamespaceAlreadyExistsFailure.Descriptor).Should().BeTrue();
    }

    [Fact]
    public async Task Register_WithoutRetention_IsRefused()
    {
        var register = () => RegisterAsync("two", 0);

        (await register.Should().ThrowAsync<CallFailedException>()).Which.Code.Should().Be(StatusCode.InvalidArgument);
    }

    private Task RegisterAsync(string name, int days) =>
        _client.CallAsync<RegisterNamespaceResponse>("RegisterNamespace", new RegisterNamespaceRequest
        {
            Namespace = name,
            OwnerEmail = "owner",
            WorkflowExecutionRetentionPeriod = Duration.FromTimeSpan(TimeSpan.FromDays(days)),
        });
}
