using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Schedules.Rpc;

/// <summary>Deletes a schedule.</summary>
internal sealed class DeleteSchedule(Scheduler scheduler, NamespaceRegistry namespaces) : RpcHandler<DeleteScheduleRequest,
    DeleteScheduleResponse>
{
    public override async Task<DeleteScheduleResponse> HandleAsync(DeleteScheduleRequest request, ServiceCall call)
    {
        await scheduler.DeleteAsync(namespaces.Require(request.Namespace), request.ScheduleId).ConfigureAwait(false);
        return new DeleteScheduleResponse();
    }
}
