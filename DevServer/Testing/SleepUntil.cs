using Temporalio.Api.TestService.V1;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Time;

namespace TemporalVideo.DevServer.Testing;

/// <summary>Answers once the server's time has come.</summary>
internal sealed class SleepUntil(ServerClock clock) : RpcHandler<SleepUntilRequest, SleepResponse>
{
    public override async Task<SleepResponse> HandleAsync(SleepUntilRequest request, ServiceCall call)
    {
        await clock.WaitUntilAsync(request.Timestamp.ToDateTimeOffset(), call.CancellationToken).ConfigureAwait(false);
        return new SleepResponse();
    }
}
