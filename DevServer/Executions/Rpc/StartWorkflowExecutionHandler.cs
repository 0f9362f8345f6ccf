using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.Starting;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class StartWorkflowExecutionHandler(ExecutionEngine engine) : RpcHandler<StartWorkflowExecutionRequest,
    StartWorkflowExecutionResponse>
{
    public override Task<StartWorkflowExecutionResponse> HandleAsync(StartWorkflowExecutionRequest request, ServiceCall call)
    {
        var start = StartRequest.Of(request, engine.Namespaces.Require(request.Namespace), engine.SearchAttributes);
        var eager = request.RequestEagerExecution && request.CronSchedule.Length == 0 && Ticks.Of(request.WorkflowStartDelay) == 0;
        return engine.ChangeAsync(start.Workflow, transaction => WorkflowStarter.Start(transaction, start, eager, request.Identity));
    }
}
