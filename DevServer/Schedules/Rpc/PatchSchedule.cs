using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Schedules.Rpc;

/// <summary>Pauses, unpauses, triggers or backfills a schedule.</summary>
internal sealed class PatchSchedule(Scheduler scheduler, NamespaceRegistry namespaces) : RpcHandler<PatchScheduleRequest,
    PatchScheduleResponse>
{
    public override async Task<PatchScheduleResponse> HandleAsync(PatchScheduleRequest request, ServiceCall call)
    {
        var runner = scheduler.Require(namespaces.Require(request.Namespace), request.ScheduleId);
        await runner.PatchAsync(
            ScheduleRequests.Check(request.Patch ?? throw ServiceErrors.InvalidArgument("Patch is not set on request.")))
            .ConfigureAwait(false);
        return new PatchScheduleResponse();
    }
}
