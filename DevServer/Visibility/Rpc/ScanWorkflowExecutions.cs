using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Visibility.Rpc;

/// <summary>A page of the runs that pass a filter; older clients' name for list.</summary>
internal sealed class ScanWorkflowExecutions(VisibilityQueries queries)
    : RpcHandler<ScanWorkflowExecutionsRequest, ScanWorkflowExecutionsResponse>
{
    public override Task<ScanWorkflowExecutionsResponse> HandleAsync(ScanWorkflowExecutionsRequest request, ServiceCall call)
    {
        var page = queries.List(request.Namespace, request.Query, request.PageSize, request.NextPageToken);
        return Task.FromResult(new ScanWorkflowExecutionsResponse
        {
            Executions = { page.Records.Select(record => record.ToInfo()) },
            NextPageToken = page.NextPageToken,
        });
    }
}
