using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Visibility.Rpc;

/// <summary>A page of the runs that pass a filter.</summary>
internal sealed class ListWorkflowExecutions(VisibilityQueries queries)
    : RpcHandler<ListWorkflowExecutionsRequest, ListWorkflowExecutionsResponse>
{
    public override Task<ListWorkflowExecutionsResponse> HandleAsync(ListWorkflowExecutionsRequest request, ServiceCall call)
    {
        var page = queries.List(request.Namespace, request.Query, request.PageSize, request.NextPageToken);
        return Task.FromResult(new ListWorkflowExecutionsResponse
        {
            Executions = { page.Records.Select(record => record.ToInfo()) },
            NextPageToken = page.NextPageToken,
        });
    }
}
