using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Cluster.Rpc;

/// <summary>Tells clients what the server can do.</summary>
internal sealed class GetSystemInfo : RpcHandler<GetSystemInfoRequest, GetSystemInfoResponse>
{
    public override Task<GetSystemInfoResponse> HandleAsync(GetSystemInfoRequest request, ServiceCall call) =>
        Task.FromResult(new GetSystemInfoResponse
        {
            ServerVersion = ClusterFacts.ServerVersion,
            Capabilities = new GetSystemInfoResponse.Types.Capabilities
            {
                SignalAndQueryHeader = true,
                InternalErrorDifferentiation = true,
                ActivityFailureIncludeHeartbeat = true,
                SupportsSchedules = true,
                BuildIdBasedVersioning = true,
                EncodedFailureAttributes = true,
                UpsertMemo = true,
                EagerWorkflowStart = ClusterFacts.EagerWorkflowStart,
                SdkMetadata = true,
                CountGroupByExecutionStatus = true,
            },
        });
}
