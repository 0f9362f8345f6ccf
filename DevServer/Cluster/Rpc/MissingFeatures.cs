using Google.Protobuf;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Cluster.Rpc;

/// <summary>What a real server has and this one says that it has not: Nexus operations and worker deployments.</summary>
internal static class MissingFeatures
{
    private const string Nexus = "Nexus operations";
    private const string Deployments = "worker deployments";

    public static RpcTable AddMissingFeatures(this RpcTable table) => table
        .Missing<PollNexusTaskQueueRequest, PollNexusTaskQueueResponse>("PollNexusTaskQueue", Nexus)
        .Missing<RespondNexusTaskCompletedRequest, RespondNexusTaskCompletedResponse>("RespondNexusTaskCompleted", Nexus)
        .Missing<RespondNexusTaskFailedRequest, RespondNexusTaskFailedResponse>("RespondNexusTaskFailed", Nexus)
        .Missing<DescribeWorkerDeploymentRequest, DescribeWorkerDeploymentResponse>("DescribeWorkerDeployment", Deployments)
        .Missing<DeleteWorkerDeploymentRequest, DeleteWorkerDeploymentResponse>("DeleteWorkerDeployment", Deployments)
        .Missing<DescribeWorkerDeploymentVersionRequest, DescribeWorkerDeploymentVersionResponse>(
            "DescribeWorkerDeploymentVersion", Deployments)
        .Missing<DeleteWorkerDeploymentVersionRequest, DeleteWorkerDeploymentVersionResponse>("DeleteWorkerDeploymentVersion", Deployments)
        .Missing<SetWorkerDeploymentCurrentVersionRequest, SetWorkerDeploymentCurrentVersionResponse>(
            "SetWorkerDeploymentCurrentVersion", Deployments)
        .Missing<SetWorkerDeploymentRampingVersionRequest, SetWorkerDeploymentRampingVersionResponse>(
            "SetWorkerDeploymentRampingVersion", Deployments)
        .Missing<UpdateWorkerDeploymentVersionMetadataRequest, UpdateWorkerDeploymentVersionMetadataResponse>(
            "UpdateWorkerDeploymentVersionMetadata", Deployments);

    public static RpcTable AddMissingOperations(this RpcTable table) => table
        .Missing<GetNexusEndpointRequest, GetNexusEndpointResponse>("GetNexusEndpoint", Nexus)
        .Missing<CreateNexusEndpointRequest, CreateNexusEndpointResponse>("CreateNexusEndpoint", Nexus)
        .Missing<UpdateNexusEndpointRequest, UpdateNexusEndpointResponse>("UpdateNexusEndpoint", Nexus)
        .Missing<DeleteNexusEndpointRequest, DeleteNexusEndpointResponse>("DeleteNexusEndpoint", Nexus);

    private static RpcTable Missing<TRequest, TResponse>(this RpcTable table, string method, string feature)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>, new() => table.Add(method, new MissingFeature<TRequest, TResponse>(feature));
}
