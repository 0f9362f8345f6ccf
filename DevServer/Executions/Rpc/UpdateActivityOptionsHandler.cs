using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.Activities;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class UpdateActivityOptionsHandler(ExecutionEngine engine)
    : RpcHandler<UpdateActivityOptionsRequest, UpdateActivityOptionsResponse>
{
    public override async Task<UpdateActivityOptionsResponse> HandleAsync(UpdateActivityOptionsRequest request, ServiceCall call)
    {
        var isNamed = request.ActivityCase != UpdateActivityOptionsRequest.ActivityOneofCase.None;
        var id = request.HasId ? request.Id : null;
        var type = request.HasType ? request.Type : null;
        var meant = ActivitySelection.Of(engine.Namespaces.Require(request.Namespace), request.Execution, isNamed, id, type);
        var mask = request.UpdateMask ?? new FieldMask();
        if (request.RestoreOriginal && mask.Paths.Count > 0)
        {
            throw ServiceErrors.InvalidArgument("Both UpdateMask and RestoreOriginal are provided");
        }

        if (!request.RestoreOriginal && request.ActivityOptions is null)
        {
            throw ServiceErrors.InvalidArgument("ActivityOptions are not provided");
        }

        if (!request.RestoreOriginal && request.UpdateMask is null)
        {
            throw ServiceErrors.InvalidArgument("UpdateMask is not provided");
        }

        return await engine.ChangeAsync(meant.Workflow, transaction =>
        {
            var (run, last) = meant.Change(transaction, (run, activity) =>
            {
                if (request.RestoreOriginal)
                {
                    ActivityOperations.RestoreOriginal(run, activity);
                }
                else
                {
                    ActivityOperations.UpdateOptions(run, activity, mask, request.ActivityOptions);
                }
            });
            var changed = ActivityLifecycle.Attributes(run, last);
            return new UpdateActivityOptionsResponse { ActivityOptions = ActivityOptionPaths.Describe(changed) };
        }).ConfigureAwait(false);
    }
}
