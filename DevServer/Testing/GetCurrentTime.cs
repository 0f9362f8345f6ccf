using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.TestService.V1;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Time;

namespace TemporalVideo.DevServer.Testing;

/// <summary>The server's time.</summary>
internal sealed class GetCurrentTime(ServerClock clock) : RpcHandler<Empty, GetCurrentTimeResponse>
{
    public override Task<GetCurrentTimeResponse> HandleAsync(Empty request, ServiceCall call) =>
        Task.FromResult(new GetCurrentTimeResponse { Time = clock.UtcNow.ToTimestamp() });
}
