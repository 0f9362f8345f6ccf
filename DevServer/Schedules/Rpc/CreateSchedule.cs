using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Attributes;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Schedules.Rpc;

/// <summary>Makes a schedule.</summary>
internal sealed class CreateSchedule(Scheduler scheduler, NamespaceRegistry namespaces,
    SearchAttributeRegistry attributes) : RpcHandler<CreateScheduleRequest, CreateScheduleResponse>
{
    public override async Task<CreateScheduleResponse> HandleAsync(CreateScheduleRequest request, ServiceCall call)
    {
        ScheduleRequests.CheckId(request.ScheduleId);
        var owner = namespaces.Require(request.Namespace);
        var complete = request.Clone();
        complete.Schedule = ScheduleRequests.Complete(request.Schedule);
        complete.SearchAttributes = request.SearchAttributes is null ? null : attributes.Normalize(owner.Name, request.SearchAttributes);
        return new CreateScheduleResponse { ConflictToken = await scheduler.CreateAsync(owner, complete).ConfigureAwait(false) };
    }
}
