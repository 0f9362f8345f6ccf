using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.TestService.V1;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Time;
using TemporalVideo.Grpc;

namespace TemporalVideo.DevServer.Testing;

/// <summary>The server's time.</summary>
internal sealed class GetCurrentTime(ServerClock clock) : RpcHandler<Empty, GetCurrentTimeResponse>
{
    public override Task<GetCurrentTimeResponse> HandleAsync(Empty request, GrpcServerCall call) =>
        Task.FromResult(new GetCurrentTimeResponse { Time = clock.UtcNow.ToTimestamp() });
}
