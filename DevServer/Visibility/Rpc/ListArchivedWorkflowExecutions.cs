using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Visibility.Rpc;

/// <summary>There is no archive; the answer is the one of a cluster without it.</summary>
internal sealed class ListArchivedWorkflowExecutions
    : RpcHandler<ListArchivedWorkflowExecutionsRequest, ListArchivedWorkflowExecutionsResponse>
{
    public override Task<ListArchivedWorkflowExecutionsResponse> HandleAsync(
        ListArchivedWorkflowExecutionsRequest request, ServiceCall call) =>
        throw ServiceErrors.InvalidArgument("Cluster is not configured for visibility archival.");
}
