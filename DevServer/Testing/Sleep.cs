using Temporalio.Api.TestService.V1;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Time;

namespace TemporalVideo.DevServer.Testing;

/// <summary>Answers once that much of the server's time has passed.</summary>
internal sealed class Sleep(ServerClock clock) : RpcHandler<SleepRequest, SleepResponse>
{
    public override async Task<SleepResponse> HandleAsync(SleepRequest request, ServiceCall call)
    {
        await clock.WaitUntilAsync(clock.UtcNow + request.Duration.ToTimeSpan(), call.CancellationToken).ConfigureAwait(false);
        return new SleepResponse();
    }
}
