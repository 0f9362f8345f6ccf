using Temporalio.Api.TestService.V1;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Time;

namespace TemporalVideo.DevServer.Testing;

/// <summary>
/// Unlocks, sleeps, and locks again. Without a lock it sleeps as well, as on Temporal's test server: activities do so while a result
/// is awaited.
/// </summary>
internal sealed class UnlockTimeSkippingWithSleep(ServerClock clock) : RpcHandler<SleepRequest, SleepResponse>
{
    public override async Task<SleepResponse> HandleAsync(SleepRequest request, ServiceCall call)
    {
        await clock.SleepUnlockedAsync(request.Duration.ToTimeSpan(), call.CancellationToken).ConfigureAwait(false);
        return new SleepResponse();
    }
}
