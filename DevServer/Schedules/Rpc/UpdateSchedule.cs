using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Attributes;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Schedules.Rpc;

/// <summary>Replaces a schedule.</summary>
internal sealed class UpdateSchedule(Scheduler scheduler, NamespaceRegistry namespaces,
    SearchAttributeRegistry attributes) : RpcHandler<UpdateScheduleRequest, UpdateScheduleResponse>
{
    public override async Task<UpdateScheduleResponse> HandleAsync(UpdateScheduleRequest request, ServiceCall call)
    {
        var runner = scheduler.Require(namespaces.Require(request.Namespace), request.ScheduleId);
        var schedule = ScheduleRequests.Complete(request.Schedule);
        var normal = request.SearchAttributes is null ? null : attributes.Normalize(request.Namespace, request.SearchAttributes);
        await runner.UpdateAsync(schedule, request.ConflictToken, normal, request.Memo).ConfigureAwait(false);
        return new UpdateScheduleResponse();
    }
}
