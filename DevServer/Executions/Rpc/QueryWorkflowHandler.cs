using Temporalio.Api.Enums.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.Activities;
using TemporalVideo.DevServer.Executions.Queries;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

/// <summary>Asks a worker about a run: with the workflow task that is due anyway, or else by a task of its own.</summary>
internal sealed class QueryWorkflowHandler(ExecutionEngine engine) : RpcHandler<QueryWorkflowRequest, QueryWorkflowResponse>
{
    public override async Task<QueryWorkflowResponse> HandleAsync(QueryWorkflowRequest request, ServiceCall call)
    {
        var key = Requests.Workflow(engine.Namespaces.Require(request.Namespace), request.Execution);
        if (request.Query?.QueryType is not { Length: > 0 })
        {
            throw ServiceErrors.InvalidArgument("QueryType is not set on request.");
        }

        Limits.CheckBlob(request.Query.QueryArgs);
        using var hold = engine.Clock.Hold("query");
        var runId = request.Execution.RunId;
        try
        {
            while (true)
            {
                var plan =
                    await engine.ReadAsync(key, transaction => QueryPlan.Make(Requests.Run(transaction, runId), request, call.Deadline))
                    .ConfigureAwait(false);
                runId = plan.RunId;
                if (plan.Rejected is not null)
                {
                    return new QueryWorkflowResponse { QueryRejected = plan.Rejected };
                }

                if (plan.WaitForHistory is { } grew)
                {
                    try
                    {
                        await grew.WaitAsync(call.CancellationToken).ConfigureAwait(false);
                    }
                    finally
                    {
                        await engine.ReadAsync(key, transaction => transaction.Find(runId) is { } run ? --run.HistoryWaiters : 0)
                            .ConfigureAwait(false);
                    }

                    continue;
                }

                var result = plan.Buffered is { } buffered
                    ? await WaitBufferedAsync(key, runId, buffered, call.CancellationToken).ConfigureAwait(false)
                    : await AskDirectlyAsync(key, plan, request.Query, call.CancellationToken).ConfigureAwait(false);
                if (result is not null)
                {
                    return Answer(result);
                }
            }
        }
        catch (OperationCanceledException)
        {
            throw ServiceErrors.DeadlineExceeded("query timed out before a worker could process it");
        }
    }

    private async Task<WorkflowQueryResult?> WaitBufferedAsync(WorkflowKey key, string runId, BufferedQuery query,
        CancellationToken cancelled)
    {
        try
        {
            return await query.Result.WaitAsync(cancelled).ConfigureAwait(false);
        }
        finally
        {
            await engine.ReadAsync(key, transaction =>
            {
                transaction.Find(runId)?.Queries.Remove(query);
                return true;
            }).ConfigureAwait(false);
        }
    }

    private async Task<WorkflowQueryResult?> AskDirectlyAsync(WorkflowKey key, QueryPlan plan, WorkflowQuery query,
        CancellationToken cancelled)
    {
        if (plan.StickyTask is { } sticky && engine.Matching.IsPolled(sticky.Queue))
        {
            using var stickyTime = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
            stickyTime.CancelAfter(plan.StickyTimeout);
            try
            {
                return await AskAsync(sticky, query, stickyTime.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
            {
                await engine.ChangeAsync(key, transaction =>
                {
                    if (transaction.Find(plan.RunId) is { } run)
                    {
                        run.Change().StickyQueue = "";
                    }

                    return true;
                }).ConfigureAwait(false);
            }
        }

        return await AskAsync(plan.NormalTask!, query, cancelled).ConfigureAwait(false);
    }

    private async Task<WorkflowQueryResult> AskAsync(Matching.QueueTask task, WorkflowQuery query, CancellationToken cancelled)
    {
        var direct = new DirectQuery(query);
        engine.DirectQueries.Add(direct);
        try
        {
            engine.Matching.Add(task with { Query = direct });
            return await direct.Result.WaitAsync(cancelled).ConfigureAwait(false);
        }
        finally
        {
            engine.DirectQueries.Remove(direct);
        }
    }

    private static QueryWorkflowResponse Answer(WorkflowQueryResult result) => result.ResultType == QueryResultType.Failed
        ? throw ServiceErrors.QueryFailed(result.ErrorMessage, result.Failure is null ? null : ActivityFailures.Truncate(result.Failure))
        : new QueryWorkflowResponse { QueryResult = result.Answer };
}
