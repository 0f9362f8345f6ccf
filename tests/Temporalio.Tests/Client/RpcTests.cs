using Google.Protobuf;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.Grpc;
using TemporalVideo.Tests.Support;

namespace Temporalio.Tests.Client;

public class RpcTests
{
    private static readonly RpcRetryOptions Quick = new() { InitialInterval = TimeSpan.FromMilliseconds(1), MaxInterval = TimeSpan.FromMilliseconds(5) };

    [Fact]
    public async Task C007_Call_WithoutKey_CarriesNameVersionAndNamespace()
    {
        await using var server = await Counting().StartAsync();
        var client = await TemporalClient.ConnectAsync(new(server.TargetHost) { Namespace = "ns" });

        await client.CountWorkflowsAsync("");

        var headers = server.CallOf<CountWorkflowExecutionsRequest>().Headers;
        headers["client-name"].ToString().Should().Be("temporal-dotnet");
        headers["client-version"].ToString().Should().MatchRegex(@"^\d+\.\d+\.\d+$");
        headers["temporal-namespace"].ToString().Should().Be("ns");
        headers.ContainsKey("authorization").Should().BeFalse();
    }

    [Fact]
    public async Task C007_Call_WithKeyOverTls_CarriesTheKeyAsBearer()
    {
        using var certificate = TestCertificate.Create();
        await using var server = await Counting().StartAsync(certificate);
        var client = await TemporalClient.ConnectAsync(
            new(server.TargetHost) { ApiKey = "secret", Tls = new TlsOptions { ServerRootCACert = certificate.Pem() } });

        await client.CountWorkflowsAsync("");
        var first = server.CallOf<CountWorkflowExecutionsRequest>().Headers.Authorization.ToString();
        client.Connection.ApiKey = "other";
        await client.CountWorkflowsAsync("");

        first.Should().Be("Bearer secret");
        server.CallOf<CountWorkflowExecutionsRequest>().Headers.Authorization.ToString().Should().Be("Bearer other");
    }

    [Fact]
    public async Task ConnectAsync_UnknownCertificate_IsRefused()
    {
        using var certificate = TestCertificate.Create();
        await using var server = await Counting().StartAsync(certificate);

        var connect = () => TemporalClient.ConnectAsync(
            new(server.TargetHost) { Tls = new TlsOptions(), RpcRetry = new RpcRetryOptions { MaxRetries = 0 } });

        await connect.Should().ThrowAsync<InvalidOperationException>().WithMessage($"*{server.TargetHost}*");
    }

    [Fact]
    public async Task ConnectAsync_KeyWithoutTlsOptions_NeverSendsTheKeyInPlainText()
    {
        await using var server = await Counting().StartAsync();

        var connect = () => TemporalClient.ConnectAsync(
            new(server.TargetHost) { ApiKey = "secret", RpcRetry = new RpcRetryOptions { MaxRetries = 0 } });

        await connect.Should().ThrowAsync<InvalidOperationException>();
        server.Received<GetSystemInfoRequest>().Should().BeEmpty();
    }

    [Fact]
    public async Task Call_OwnMetadata_ReplacesTheConnections()
    {
        await using var server = await Counting().StartAsync();
        var client = await TemporalClient.ConnectAsync(new(server.TargetHost) { RpcMetadata = [new("a", "1"), new("b", "1")] });

        await client.CountWorkflowsAsync("", new WorkflowCountOptions { Rpc = new RpcOptions { Metadata = [new("b", "2")] } });

        var headers = server.CallOf<CountWorkflowExecutionsRequest>().Headers;
        headers["a"].ToString().Should().Be("1");
        headers["b"].ToString().Should().Be("2");
    }

    [Fact]
    public async Task C010_Start_UnavailableAtFirst_IsRepeatedWithTheSameRequestId()
    {
        var failures = 2;
        await using var server = await new ScriptedServer().On("StartWorkflowExecution", (StartWorkflowExecutionRequest _) =>
            failures-- > 0 ? throw new GrpcException(GrpcStatusCode.Unavailable, "away") : new StartWorkflowExecutionResponse { RunId = "r" }).StartAsync();
        var client = await TemporalClient.ConnectAsync(new(server.TargetHost) { RpcRetry = Quick });

        var handle = await client.StartWorkflowAsync("W", [], new("id", "queue"));

        handle.ResultRunId.Should().Be("r");
        server.Received<StartWorkflowExecutionRequest>().Should().HaveCount(3);
        server.Received<StartWorkflowExecutionRequest>().Select(r => r.RequestId).Distinct().Should().ContainSingle().Which.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData(GrpcStatusCode.InvalidArgument)]
    [InlineData(GrpcStatusCode.NotFound)]
    [InlineData(GrpcStatusCode.AlreadyExists)]
    [InlineData(GrpcStatusCode.PermissionDenied)]
    [InlineData(GrpcStatusCode.Unimplemented)]
    public async Task C011_Call_FinalError_IsNotRepeated(GrpcStatusCode code)
    {
        await using var server = await new ScriptedServer().On<CountWorkflowExecutionsRequest, CountWorkflowExecutionsResponse>(
            "CountWorkflowExecutions", _ => throw new GrpcException(code, "no")).StartAsync();
        var client = await TemporalClient.ConnectAsync(new(server.TargetHost) { RpcRetry = Quick });

        var call = () => client.CountWorkflowsAsync("");

        (await call.Should().ThrowAsync<RpcException>().WithMessage("no")).Which.Code.Should().Be((RpcException.StatusCode)code);
        server.Received<CountWorkflowExecutionsRequest>().Should().ContainSingle();
    }

    [Fact]
    public async Task RawService_Unavailable_IsNotRepeatedUnlessAsked()
    {
        await using var server = await new ScriptedServer().On<CountWorkflowExecutionsRequest, CountWorkflowExecutionsResponse>(
            "CountWorkflowExecutions", _ => throw new GrpcException(GrpcStatusCode.Unavailable, "away")).StartAsync();
        var connection = await TemporalConnection.ConnectAsync(
            new(server.TargetHost) { RpcRetry = new RpcRetryOptions { MaxRetries = 2, InitialInterval = TimeSpan.FromMilliseconds(1) } });

        await Failing(connection.WorkflowService.CountWorkflowExecutionsAsync(new()));
        var plain = server.Received<CountWorkflowExecutionsRequest>().Count();
        await Failing(connection.WorkflowService.CountWorkflowExecutionsAsync(new(), new RpcOptions { Retry = true }));

        plain.Should().Be(1);
        server.Received<CountWorkflowExecutionsRequest>().Count().Should().Be(1 + 3);
    }

    [Fact]
    public async Task CreateLazy_FirstCall_ConnectsAndAsksForSystemInfoFirst()
    {
        await using var server = await Counting().StartAsync();
        var client = TemporalClient.CreateLazy(new(server.TargetHost));
        var before = client.Connection.IsConnected;

        await client.CountWorkflowsAsync("");

        before.Should().BeFalse();
        client.Connection.IsConnected.Should().BeTrue();
        server.Received<IMessage>().First().Should().BeOfType<GetSystemInfoRequest>();
    }

    [Fact]
    public async Task ConnectAsync_NobodyListens_NamesTheTarget()
    {
        var target = $"127.0.0.1:{FreePort.Next()}";

        var connect = () => TemporalClient.ConnectAsync(new(target) { RpcRetry = new RpcRetryOptions { MaxRetries = 0 } });

        await connect.Should().ThrowAsync<InvalidOperationException>().WithMessage($"*{target}*");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("http://x:1")]
    [InlineData("x:1/path")]
    public async Task ConnectAsync_WrongTarget_IsRefused(string? target) =>
        await ((Func<Task>)(() => TemporalClient.ConnectAsync(new() { TargetHost = target }))).Should().ThrowAsync<ArgumentException>().WithMessage("*TargetHost*");

    [Fact]
    public async Task Call_CancelledToken_Throws()
    {
        await using var server = await Counting().StartAsync();
        var client = await TemporalClient.ConnectAsync(new(server.TargetHost));

        var call = () => client.CountWorkflowsAsync("", new() { Rpc = new RpcOptions { CancellationToken = new CancellationToken(true) } });

        await call.Should().ThrowAsync<OperationCanceledException>();
    }

    private static ScriptedServer Counting() =>
        new ScriptedServer().On("CountWorkflowExecutions", (CountWorkflowExecutionsRequest _) => new CountWorkflowExecutionsResponse());

    private static async Task Failing(Task call) =>
        await ((Func<Task>)(() => call)).Should().ThrowAsync<RpcException>();
}
