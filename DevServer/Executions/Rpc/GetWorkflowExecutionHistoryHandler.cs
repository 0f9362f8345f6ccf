using Google.Protobuf;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

/// <summary>History in pages, from the start or where a token left off; can wait for what is not written yet.</summary>
internal sealed class GetWorkflowExecutionHistoryHandler(ExecutionEngine engine) : RpcHandler<GetWorkflowExecutionHistoryRequest,
    GetWorkflowExecutionHistoryResponse>
{
    public override async Task<GetWorkflowExecutionHistoryResponse> HandleAsync(GetWorkflowExecutionHistoryRequest request,
        ServiceCall call)
    {
        var key = Requests.Workflow(engine.Namespaces.Require(request.Namespace), request.Execution);
        var token = HistoryTokens.Read(request.NextPageToken) ?? new HistoryToken { RunId = request.Execution.RunId, NextEventId = 1 };
        var closeOnly = request.HistoryEventFilterType == HistoryEventFilterType.CloseEvent;
        var size = request.MaximumPageSize is > 0 and < HistoryPages.MaxPageSize ? request.MaximumPageSize : HistoryPages.MaxPageSize;
        using var ended = request.WaitNewEvent ? LongPoll.ForChanges(call, engine.Stopping) : null;
        while (true)
        {
            var (response, grew) = await engine.ReadAsync(key, transaction =>
            {
                var run = Requests.Run(transaction, token.RunId);
                token.RunId = run.RunId;
                return closeOnly ? LastEvent(run, request.WaitNewEvent, token) : Page(run, request.WaitNewEvent, token, size);
            }).ConfigureAwait(false);
            if (grew is null)
            {
                return response;
            }

            var changed = await Task.WhenAny(grew.Task, Task.Delay(Timeout.Infinite, ended!.Token)).ConfigureAwait(false);
            await engine.ReadAsync(key, transaction => transaction.Find(token.RunId) is { } run ? --run.HistoryWaiters : 0)
                .ConfigureAwait(false);
            if (changed != grew.Task)
            {
                call.CancellationToken.ThrowIfCancellationRequested();
                return response;
            }
        }
    }

    /// <summary>The next page; or an empty one with the signal to wait for.</summary>
    private static (GetWorkflowExecutionHistoryResponse Response, TaskCompletionSource? Grew) Page(WorkflowRun run, bool wait,
        HistoryToken token, int size)
    {
        var last = token.LastEventId > 0 ? token.LastEventId : run.State.NextEventId - 1;
        var page = HistoryPages.Take(HistoryPages.Batches(run, token.NextEventId, last), token.NextEventId, last, size);
        var next = page.Count > 0 ? page[^1].EventId + 1 : token.NextEventId;
        var response = new GetWorkflowExecutionHistoryResponse { History = new History { Events = { page } } };
        if (next <= last || (wait && run.IsOpen))
        {
            var following = token.Clone();
            following.NextEventId = next;
            response.NextPageToken = following.ToByteString();
        }
        else
        {
            response.History.Events.AddRange(token.Unstored);
        }

        return (response, page.Count == 0 && wait && run.IsOpen ? Wait(run) : null);
    }

    /// <summary>Exactly the last event, of a closed run if the caller waits.</summary>
    private static (GetWorkflowExecutionHistoryResponse Response, TaskCompletionSource? Grew) LastEvent(WorkflowRun run, bool wait,
        HistoryToken token)
    {
        var response = new GetWorkflowExecutionHistoryResponse { History = new History() };
        if (run.IsOpen && wait)
        {
            response.NextPageToken = token.ToByteString();
            return (response, Wait(run));
        }

        response.History.Events.Add(run.Event(run.State.NextEventId - 1));
        return (response, null);
    }

    private static TaskCompletionSource Wait(WorkflowRun run)
    {
        run.HistoryWaiters++;
        return run.HistoryGrew;
    }
}
