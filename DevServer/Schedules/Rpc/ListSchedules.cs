using Temporalio.Api.Schedule.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Visibility;

namespace TemporalVideo.DevServer.Schedules.Rpc;

/// <summary>A page of schedules, filtered like workflows.</summary>
internal sealed class ListSchedules(Scheduler scheduler, NamespaceRegistry namespaces,
    VisibilityQueries queries) : RpcHandler<ListSchedulesRequest, ListSchedulesResponse>
{
    private const int ShownTimes = 5;

    public override async Task<ListSchedulesResponse> HandleAsync(ListSchedulesRequest request, ServiceCall call)
    {
        var owner = namespaces.Require(request.Namespace);
        var page = queries.ListSchedules(owner.Name, request.Query, request.MaximumPageSize, request.NextPageToken);
        var response = new ListSchedulesResponse { NextPageToken = page.NextPageToken };
        foreach (var record in page.Records)
        {
            var scheduleId = record.WorkflowId[ScheduleRecord.WorkflowIdPrefix.Length..];
            response.Schedules.Add(Entry(scheduleId, await scheduler.Require(owner, scheduleId).DescribeAsync().ConfigureAwait(false)));
        }

        return response;
    }

    private static ScheduleListEntry Entry(string scheduleId, DescribeScheduleResponse schedule) => new()
    {
        ScheduleId = scheduleId,
        Memo = schedule.Memo,
        SearchAttributes = schedule.SearchAttributes,
        Info = new ScheduleListInfo
        {
            Spec = schedule.Schedule.Spec,
            WorkflowType = schedule.Schedule.Action.StartWorkflow.WorkflowType,
            Notes = schedule.Schedule.State.Notes,
            Paused = schedule.Schedule.State.Paused,
            RecentActions = { schedule.Info.RecentActions.TakeLast(ShownTimes) },
            FutureActionTimes = { schedule.Info.FutureActionTimes.Take(ShownTimes) },
        },
    };
}
