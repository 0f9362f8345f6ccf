using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;

namespace TemporalVideo.Sessions;

/// <summary>The server's own description of a run: the SDK's leaves out the pending activities.</summary>
internal static class RawDescription
{
    /// <summary>Asks the server for the run that a handle means.</summary>
    public static Task<DescribeWorkflowExecutionResponse> ReadAsync(WorkflowHandle handle, RpcOptions rpc) =>
        handle.Client.Connection.WorkflowService.DescribeWorkflowExecutionAsync(
            new DescribeWorkflowExecutionRequest
            {
                Namespace = handle.Client.Options.Namespace,
                Execution = new() { WorkflowId = handle.Id, RunId = handle.RunId ?? "" },
            },
            rpc);
}
