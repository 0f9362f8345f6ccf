using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Visibility.Rpc;

/// <summary>A page of the runs that are closed, as clients asked before there were queries.</summary>
internal sealed class ListClosedWorkflowExecutions(VisibilityQueries queries)
    : RpcHandler<ListClosedWorkflowExecutionsRequest, ListClosedWorkflowExecutionsResponse>
{
    public override Task<ListClosedWorkflowExecutionsResponse> HandleAsync(ListClosedWorkflowExecutionsRequest request, ServiceCall call)
    {
        if (request.StatusFilter is { Status: WorkflowExecutionStatus.Unspecified or WorkflowExecutionStatus.Running })
        {
            throw ServiceErrors.InvalidArgument("StatusFilter must be specified and must be not Running.");
        }

        var status = request.StatusFilter is { } filter ? $"ExecutionStatus = {(int)filter.Status}" : "ExecutionStatus != 'Running'";
        var query = OldListFilters.Query(status, request.StartTimeFilter, request.ExecutionFilter, request.TypeFilter);
        var page = queries.List(request.Namespace, query, request.MaximumPageSize, request.NextPageToken);
        return Task.FromResult(new ListClosedWorkflowExecutionsResponse
        {
            Executions = { page.Records.Select(record => record.ToInfo()) },
            NextPageToken = page.NextPageToken,
        });
    }
}
