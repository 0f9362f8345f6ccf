using Google.Protobuf;
using Grpc.Core;
using Temporalio.Api.Common.V1;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Attributes;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Schedules;
using TemporalVideo.DevServer.Visibility;

namespace TemporalVideo.DevServer.Namespaces.Rpc;

/// <summary>Deletes a namespace with all that is in it.</summary>
internal sealed class DeleteNamespace(
    NamespaceRegistry namespaces, SearchAttributeRegistry attributes, VisibilityQueries queries, Scheduler scheduler, InternalCalls calls)
    : RpcHandler<DeleteNamespaceRequest, DeleteNamespaceResponse>
{
    public override async Task<DeleteNamespaceResponse> HandleAsync(DeleteNamespaceRequest request, ServiceCall call)
    {
        var record = request.NamespaceId.Length == 0
            ? namespaces.Require(request.Namespace)
            : namespaces.ById(request.NamespaceId) ?? throw ServiceErrors.NamespaceNotFound(request.NamespaceId);
        if (record.Name == NamespaceRegistry.System)
        {
            throw ServiceErrors.InvalidArgument("unable to delete system namespace");
        }

        await scheduler.DeleteAllAsync(record).ConfigureAwait(false);
        VisibilityQueries.Page page;
        do
        {
            page = queries.List(record.Name, "", 0, ByteString.Empty);
            foreach (var run in page.Records)
            {
                await DeleteAsync(record, run).ConfigureAwait(false);
            }
        }
        while (!page.NextPageToken.IsEmpty);

        await attributes.RemoveAllAsync(record.Name).ConfigureAwait(false);
        await namespaces.RemoveAsync(record).ConfigureAwait(false);
        return new DeleteNamespaceResponse { DeletedNamespace = record.Name };
    }

    private async Task DeleteAsync(NamespaceRecord record, VisibilityRecord run)
    {
        try
        {
            await calls.CallAsync<IMessage>("DeleteWorkflowExecution", new DeleteWorkflowExecutionRequest
            {
                Namespace = record.Name,
                WorkflowExecution = new WorkflowExecution { WorkflowId = run.WorkflowId, RunId = run.RunId },
            }).ConfigureAwait(false);
        }
        catch (ServiceException e) when (e.Code == StatusCode.NotFound)
        {
            // Deleted meanwhile.
        }
    }
}
