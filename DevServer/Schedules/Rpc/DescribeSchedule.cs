using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Schedules.Rpc;

/// <summary>Describes a schedule.</summary>
internal sealed class DescribeSchedule(Scheduler scheduler, NamespaceRegistry namespaces) : RpcHandler<DescribeScheduleRequest,
    DescribeScheduleResponse>
{
    public override Task<DescribeScheduleResponse> HandleAsync(DescribeScheduleRequest request, ServiceCall call) =>
        scheduler.Require(namespaces.Require(request.Namespace), request.ScheduleId).DescribeAsync();
}
