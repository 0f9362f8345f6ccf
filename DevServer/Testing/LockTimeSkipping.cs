using Temporalio.Api.TestService.V1;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Time;

namespace TemporalVideo.DevServer.Testing;

/// <summary>Makes time run normally until the matching unlock.</summary>
internal sealed class LockTimeSkipping(ServerClock clock) : RpcHandler<LockTimeSkippingRequest, LockTimeSkippingResponse>
{
    public override Task<LockTimeSkippingResponse> HandleAsync(LockTimeSkippingRequest request, ServiceCall call)
    {
        clock.Lock();
        return Task.FromResult(new LockTimeSkippingResponse());
    }
}
