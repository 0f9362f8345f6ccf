using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Schedules.Rpc;

/// <summary>The times of a schedule between two: the first excluded, the second included.</summary>
internal sealed class ListScheduleMatchingTimes(Scheduler scheduler,
    NamespaceRegistry namespaces) : RpcHandler<ListScheduleMatchingTimesRequest, ListScheduleMatchingTimesResponse>
{
    public override async Task<ListScheduleMatchingTimesResponse> HandleAsync(
        ListScheduleMatchingTimesRequest request, ServiceCall call)
    {
        if (request.StartTime is null || request.EndTime is null)
        {
            throw ServiceErrors.InvalidArgument("StartTime and EndTime must be set on request.");
        }

        var runner = scheduler.Require(namespaces.Require(request.Namespace), request.ScheduleId);
        var times = await runner.MatchingTimesAsync(request.StartTime.ToDateTimeOffset(), request.EndTime.ToDateTimeOffset())
            .ConfigureAwait(false);
        return new ListScheduleMatchingTimesResponse { StartTime = { times.Select(time => time.Actual.ToTimestamp()) } };
    }
}
