using Google.Protobuf;
using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

/// <summary>History in pages, newest first.</summary>
internal sealed class GetWorkflowExecutionHistoryReverseHandler(ExecutionEngine engine)
    : RpcHandler<GetWorkflowExecutionHistoryReverseRequest, GetWorkflowExecutionHistoryReverseResponse>
{
    public override Task<GetWorkflowExecutionHistoryReverseResponse> HandleAsync(GetWorkflowExecutionHistoryReverseRequest request,
        ServiceCall call)
    {
        var key = Requests.Workflow(engine.Namespaces.Require(request.Namespace), request.Execution);
        var size = request.MaximumPageSize is > 0 and < HistoryPages.MaxPageSize ? request.MaximumPageSize : HistoryPages.MaxPageSize;
        return engine.ReadAsync(key, transaction =>
        {
            var token = HistoryTokens.Read(request.NextPageToken);
            var run = Requests.Run(transaction, token?.RunId ?? request.Execution.RunId);
            var last = token?.LastEventId ?? run.State.NextEventId - 1;
            var batches = HistoryPages.Batches(run, Math.Max(1, last - size + 1), last).ToList();
            var events = batches.SelectMany(batch => batch.Events).Where(item => item.EventId <= last).Reverse().ToList();
            var response = new GetWorkflowExecutionHistoryReverseResponse { History = new History { Events = { events } } };
            if (events.Count > 0 && events[^1].EventId > 1)
            {
                response.NextPageToken = new HistoryToken { RunId = run.RunId, LastEventId = events[^1].EventId - 1 }.ToByteString();
            }

            return response;
        });
    }
}
