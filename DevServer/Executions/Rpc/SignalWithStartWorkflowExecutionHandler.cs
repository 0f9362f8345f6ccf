using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.Starting;
using TemporalVideo.DevServer.Executions.WorkflowTasks;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class SignalWithStartWorkflowExecutionHandler(ExecutionEngine engine) : RpcHandler<SignalWithStartWorkflowExecutionRequest,
    SignalWithStartWorkflowExecutionResponse>
{
    public override Task<SignalWithStartWorkflowExecutionResponse> HandleAsync(SignalWithStartWorkflowExecutionRequest request,
        ServiceCall call)
    {
        if (request.SignalName.Length == 0)
        {
            throw ServiceErrors.InvalidArgument("SignalName is not set on request.");
        }

        Limits.CheckLength(request.SignalName, "SignalName");
        Limits.CheckBlob(request.SignalInput);
        var start = StartRequest.Of(request, engine.Namespaces.Require(request.Namespace), engine.SearchAttributes);
        return engine.ChangeAsync(start.Workflow, transaction => Apply(transaction, start, request));
    }

    private static SignalWithStartWorkflowExecutionResponse Apply(WorkflowTransaction transaction, StartRequest start,
        SignalWithStartWorkflowExecutionRequest request)
    {
        var runId = RunFactory.NewRunId();
        var run = StartPolicy.Existing(transaction, start.RequestId, start.ReusePolicy, start.ConflictPolicy, runId);
        var started = run is null;
        run ??= start.Start(transaction, runId);
        if (run.IsOpen)
        {
            Signals.Signal(run, new WorkflowExecutionSignaledEventAttributes
            {
                SignalName = request.SignalName,
                Input = request.SignalInput,
                Identity = request.Identity,
                Header = request.Header,
                RequestId = start.RequestId,
            });
            WorkflowTaskScheduler.ScheduleIfNone(run);
        }

        return new SignalWithStartWorkflowExecutionResponse
        {
            RunId = run.RunId,
            FirstExecutionRunId = run.Start.FirstExecutionRunId,
            Started = started || run.State.CreationRequestId == start.RequestId,
        };
    }
}
