using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Health.V1;

namespace TemporalVideo.Grpc.Tests;

public class UnaryCallTests
{
    private const string Service = "grpc.health.v1.Health";

    [Fact]
    public async Task UnaryAsync_HandlerAnswers_ReturnsTheAnswer()
    {
        await using var server = await HealthServer.StartAsync((request, _) => Answer(
            request.Service == "video" ? HealthCheckResponse.Types.ServingStatus.Serving : HealthCheckResponse.Types.ServingStatus.Unknown));
        using var channel = Open(server);

        var response = await CheckAsync(channel, new HealthCheckRequest { Service = "video" });

        response.Status.Should().Be(HealthCheckResponse.Types.ServingStatus.Serving);
    }

    [Fact]
    public async Task UnaryAsync_Metadata_ArrivesInLowerCase()
    {
        string? seen = null;
        await using var server = await HealthServer.StartAsync((_, call) =>
        {
            seen = call.Headers["client-name"];
            return Answer();
        });
        using var channel = Open(server);

        await CheckAsync(channel, new HealthCheckRequest(), new GrpcCallOptions { Headers = [new("Client-Name", "tests")] });

        seen.Should().Be("tests");
    }

    [Fact]
    public async Task UnaryAsync_HandlerFails_CarriesCodeMessageAndDetails()
    {
        var details = new Status { Code = 5, Message = "gone" };
        details.Details.Add(Any.Pack(new HealthCheckRequest { Service = "detail" }));
        await using var server = await HealthServer.StartAsync((_, _) =>
            throw new GrpcException(GrpcStatusCode.NotFound, "„gone“, 100 % gone\n", details));
        using var channel = Open(server);

        var failure = (await Call(channel).Should().ThrowAsync<GrpcException>()).Which;

        failure.Code.Should().Be(GrpcStatusCode.NotFound);
        failure.Message.Should().Be("„gone“, 100 % gone\n");
        failure.Status.Should().Be(details);
    }

    [Fact]
    public async Task UnaryAsync_HandlerThrowsSomethingElse_IsInternalAndTellsNoSecret()
    {
        await using var server = await HealthServer.StartAsync((_, _) => throw new InvalidOperationException("password=hunter2"));
        using var channel = Open(server);

        var failure = (await Call(channel).Should().ThrowAsync<GrpcException>()).Which;

        failure.Code.Should().Be(GrpcStatusCode.Internal);
        failure.Message.Should().Contain("InvalidOperationException").And.NotContain("hunter2");
    }

    [Fact]
    public async Task UnaryAsync_MethodWithoutRoute_IsUnimplementedAndTheConnectionStaysUsable()
    {
        await using var server = await HealthServer.StartAsync((_, _) => Answer());
        using var channel = Open(server);

        var unknown = () => channel.UnaryAsync(
            Service, "Watch", new HealthCheckRequest(), HealthCheckResponse.Parser, default);

        (await unknown.Should().ThrowAsync<GrpcException>()).Which.Code.Should().Be(GrpcStatusCode.Unimplemented);
        (await CheckAsync(channel, new HealthCheckRequest())).Should().NotBeNull();
    }

    [Fact]
    public async Task UnaryAsync_TimeoutPasses_IsDeadlineExceededOnBothSides()
    {
        var sawCancellation = new TaskCompletionSource();
        await using var server = await HealthServer.StartAsync(async (_, call) =>
        {
            call.Deadline.Should().NotBeNull();
            await using var registration = call.CancellationToken.Register(() => sawCancellation.TrySetResult());
            await Task.Delay(Timeout.Infinite, call.CancellationToken);
            return new HealthCheckResponse();
        });
        using var channel = Open(server);

        var call = () => CheckAsync(channel, new HealthCheckRequest(), new GrpcCallOptions { Timeout = TimeSpan.FromMilliseconds(200) });

        (await call.Should().ThrowAsync<GrpcException>()).Which.Code.Should().Be(GrpcStatusCode.DeadlineExceeded);
        await sawCancellation.Task;
    }

    [Fact]
    public async Task UnaryAsync_CallerCancels_ThrowsOperationCanceledAndTheHandlerHears()
    {
        using var cancellation = new CancellationTokenSource();
        var sawCancellation = new TaskCompletionSource();
        await using var server = await HealthServer.StartAsync(async (_, call) =>
        {
            await using var registration = call.CancellationToken.Register(() => sawCancellation.TrySetResult());
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, call.CancellationToken);
            return new HealthCheckResponse();
        });
        using var channel = Open(server);

        var call = () => CheckAsync(
            channel, new HealthCheckRequest(), new GrpcCallOptions { CancellationToken = cancellation.Token });

        await call.Should().ThrowAsync<OperationCanceledException>();
        await sawCancellation.Task;
    }

    [Fact]
    public async Task UnaryAsync_RequestAboveTheLimit_IsResourceExhausted()
    {
        await using var server = await HealthServer.StartAsync((_, _) => Answer(), maximumMessageSize: 1000);
        using var channel = Open(server);

        var call = () => CheckAsync(channel, new HealthCheckRequest { Service = new string('x', 100_000) });

        (await call.Should().ThrowAsync<GrpcException>()).Which.Code.Should().Be(GrpcStatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task UnaryAsync_NoServer_IsUnavailable()
    {
        Uri address;
        await using (var server = await HealthServer.StartAsync((_, _) => Answer()))
        {
            address = server.Address;
        }

        using var channel = new GrpcChannel(new GrpcChannelOptions { Address = address });

        (await Call(channel).Should().ThrowAsync<GrpcException>()).Which.Code.Should().Be(GrpcStatusCode.Unavailable);
    }

    private static GrpcChannel Open(HealthServer server) => new(new GrpcChannelOptions { Address = server.Address });

    private static Func<Task> Call(GrpcChannel channel) => () => CheckAsync(channel, new HealthCheckRequest());

    private static Task<HealthCheckResponse> CheckAsync(GrpcChannel channel, HealthCheckRequest request, GrpcCallOptions options = default) =>
        channel.UnaryAsync(Service, "Check", request, HealthCheckResponse.Parser, options);

    private static Task<HealthCheckResponse> Answer(
        HealthCheckResponse.Types.ServingStatus status = HealthCheckResponse.Types.ServingStatus.Serving) =>
        Task.FromResult(new HealthCheckResponse { Status = status });
}
