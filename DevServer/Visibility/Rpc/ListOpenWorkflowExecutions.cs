using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Visibility.Rpc;

/// <summary>A page of the runs that are open, as clients asked before there were queries.</summary>
internal sealed class ListOpenWorkflowExecutions(VisibilityQueries queries)
    : RpcHandler<ListOpenWorkflowExecutionsRequest, ListOpenWorkflowExecutionsResponse>
{
    public override Task<ListOpenWorkflowExecutionsResponse> HandleAsync(ListOpenWorkflowExecutionsRequest request, ServiceCall call)
    {
        var query =
            OldListFilters.Query("ExecutionStatus = 'Running'", request.StartTimeFilter, request.ExecutionFilter, request.TypeFilter);
        var page = queries.List(request.Namespace, query, request.MaximumPageSize, request.NextPageToken);
        return Task.FromResult(new ListOpenWorkflowExecutionsResponse
        {
            Executions = { page.Records.Select(record => record.ToInfo()) },
            NextPageToken = page.NextPageToken,
        });
    }
}
