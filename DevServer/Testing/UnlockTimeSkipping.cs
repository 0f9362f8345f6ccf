using Temporalio.Api.TestService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Time;

namespace TemporalVideo.DevServer.Testing;

/// <summary>Takes one lock away; with the last, the clock may jump.</summary>
internal sealed class UnlockTimeSkipping(ServerClock clock) : RpcHandler<UnlockTimeSkippingRequest, UnlockTimeSkippingResponse>
{
    public override Task<UnlockTimeSkippingResponse> HandleAsync(UnlockTimeSkippingRequest request, ServiceCall call)
    {
        Unlock(clock);
        return Task.FromResult(new UnlockTimeSkippingResponse());
    }

    /// <exception cref="ServiceException">There is no lock to take away.</exception>
    internal static void Unlock(ServerClock clock)
    {
        if (!clock.TryUnlock())
        {
            throw ServiceErrors.InvalidArgument("Unbalanced lock and unlock calls: time skipping is not locked.");
        }
    }
}
