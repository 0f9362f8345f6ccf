using Temporalio.Api.TestService.V1;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Time;

namespace TemporalVideo.DevServer.Testing;

/// <summary>Unlocks, sleeps, and locks again.</summary>
internal sealed class UnlockTimeSkippingWithSleep(ServerClock clock) : RpcHandler<SleepRequest, SleepResponse>
{
    public override async Task<SleepResponse> HandleAsync(SleepRequest request, ServiceCall call)
    {
        // Scheduled before the unlock: otherwise the clock could jump to a later timer in between.
        var slept = clock.WaitUntilAsync(clock.UtcNow + request.Duration.ToTimeSpan(), call.CancellationToken);
        UnlockTimeSkipping.Unlock(clock);
        try
        {
            await slept.ConfigureAwait(false);
        }
        finally
        {
            clock.Lock();
        }

        return new SleepResponse();
    }
}
