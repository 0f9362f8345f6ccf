using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Time;
using TemporalVideo.DevServer.Visibility;

namespace TemporalVideo.DevServer.Batch;

/// <summary>Runs batch jobs in the background; a job that a stop of the server interrupts goes on with what is left.</summary>
internal sealed partial class BatchRunner(
    BatchStore store, VisibilityQueries queries, InternalCalls calls, ServerClock clock, ILogger<BatchRunner> logger)
{
    private const int Parallelism = 8;

    private readonly BatchOperation _operation = new(calls);
    private readonly ConcurrentDictionary<(string NamespaceId, string JobId), (CancellationTokenSource Stop, Task Work)> _running = new();

    /// <summary>Takes up the jobs that are not finished.</summary>
    public void Resume()
    {
        foreach (var (job, request) in store.Load().Where(stored => stored.Job.State == BatchOperationState.Running))
        {
            Run(job, request);
        }
    }

    /// <summary>Starts a job.</summary>
    /// <exception cref="ServiceException">AlreadyExists: there is a job of that id.</exception>
    public async Task StartAsync(NamespaceRecord owner, StartBatchOperationRequest request, BatchOperationType type, string identity)
    {
        var job = new BatchJob
        {
            NamespaceId = owner.Id,
            JobId = request.JobId,
            Type = type,
            Reason = request.Reason,
            Identity = identity,
            Query = request.VisibilityQuery,
            StartTime = clock.UtcNow,
        };
        try
        {
            await store.AddAsync(job, request).ConfigureAwait(false);
        }
        catch (SqliteException)
        {
            throw ServiceErrors.WorkflowAlreadyStarted($"Batch operation already exists. JobId: {request.JobId}.", "", "");
        }

        Run(job, request);
    }

    /// <summary>Ends a running job; what it has done stays done.</summary>
    /// <exception cref="ServiceException">NotFound: there is no such job, or it has finished.</exception>
    public async Task StopAsync(NamespaceRecord owner, string jobId)
    {
        var job = Require(owner, jobId);
        if (job.State != BatchOperationState.Running || !_running.TryRemove((owner.Id, jobId), out var running))
        {
            throw ServiceErrors.NotFound("workflow execution already completed");
        }

        await running.Stop.CancelAsync().ConfigureAwait(false);
        await running.Work.ConfigureAwait(false);
        await store.SaveAsync(Require(owner, jobId) with { State = BatchOperationState.Failed, CloseTime = clock.UtcNow })
            .ConfigureAwait(false);
    }

    /// <summary>The job of that id.</summary>
    /// <exception cref="ServiceException">NotFound.</exception>
    public BatchJob Require(NamespaceRecord owner, string jobId) =>
        store.Find(owner.Id, jobId) ?? throw ServiceErrors.NotFound($"workflow not found for ID: {jobId}");

    /// <summary>The jobs of a namespace, the last started first.</summary>
    public IReadOnlyList<BatchJob> List(NamespaceRecord owner) => store.List(owner.Id);

    private void Run(BatchJob job, StartBatchOperationRequest request)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(calls.Stopping);
        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _running[(job.NamespaceId, job.JobId)] = (stop, RunAsync(begin.Task, job, request, stop.Token));
        begin.SetResult();
    }

    private async Task RunAsync(Task begin, BatchJob job, StartBatchOperationRequest request, CancellationToken stop)
    {
        await begin.ConfigureAwait(false);
        using var hold = clock.Hold("batch job");
        try
        {
            if (!job.IsCollected)
            {
                var selected = Select(request);
                job = job with { IsCollected = true, Total = selected.Count };
                await store.CollectAsync(job, selected).ConfigureAwait(false);
            }

            var items = store.Items(job);
            using var gate = new SemaphoreSlim(1);
            await Parallel.ForEachAsync(
                items,
                new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = stop },
                async (item, _) =>
                {
                    var succeeded = await TryApplyAsync(request, item).ConfigureAwait(false);
                    await gate.WaitAsync(stop).ConfigureAwait(false);
                    job = job with { Completed = job.Completed + (succeeded ? 1 : 0), Failed = job.Failed + (succeeded ? 0 : 1) };
                    var saved = store.SaveAsync(job, item);
                    gate.Release();
                    await saved.ConfigureAwait(false);
                }).ConfigureAwait(false);
            await store.SaveAsync(job with { State = BatchOperationState.Completed, CloseTime = clock.UtcNow }).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // Stopped, or the server is: then the job goes on with the data file.
        }
        catch (Exception e)
        {
            if (e is ServiceException refused)
            {
                // What was asked for cannot be done; the query is wrong, for example.
                LogRefused(logger, job.JobId, refused.Message);
            }
            else
            {
                LogFailed(logger, job.JobId, e);
            }

            await store.SaveAsync(job with { State = BatchOperationState.Failed, CloseTime = clock.UtcNow }).ConfigureAwait(false);
        }
        finally
        {
            _running.TryRemove((job.NamespaceId, job.JobId), out _);
        }
    }

    private List<WorkflowExecution> Select(StartBatchOperationRequest request)
    {
#pragma warning disable CS0612 // Today's tools still send the deprecated list.
        var selected = request.Executions.ToList();
#pragma warning restore CS0612
        selected.AddRange(request.TargetExecutions.Select(
            target => new WorkflowExecution { WorkflowId = target.BusinessId, RunId = target.RunId }));
        if (request.VisibilityQuery.Length == 0)
        {
            return selected;
        }

        var token = ByteString.Empty;
        do
        {
            var page = queries.List(request.Namespace, request.VisibilityQuery, 0, token);
            selected.AddRange(
                page.Records.Select(record => new WorkflowExecution { WorkflowId = record.WorkflowId, RunId = record.RunId }));
            token = page.NextPageToken;
        }
        while (!token.IsEmpty);

        return selected;
    }

    private async Task<bool> TryApplyAsync(StartBatchOperationRequest request, WorkflowExecution execution)
    {
        try
        {
            await _operation.ApplyAsync(request, execution).ConfigureAwait(false);
            return true;
        }
        catch (ServiceException e)
        {
            // A workflow that has gone or closed meanwhile needs nothing more.
            LogItemFailed(logger, request.JobId, execution.WorkflowId, e.Message);
            return e.Code == StatusCode.NotFound;
        }
    }

    [LoggerMessage(130, LogLevel.Error, "Batch job {JobId} failed")]
    private static partial void LogFailed(ILogger logger, string jobId, Exception exception);

    [LoggerMessage(132, LogLevel.Warning, "Batch job {JobId} failed: {Reason}")]
    private static partial void LogRefused(ILogger logger, string jobId, string reason);

    [LoggerMessage(131, LogLevel.Information, "Batch job {JobId} on {WorkflowId}: {Reason}")]
    private static partial void LogItemFailed(ILogger logger, string jobId, string workflowId, string reason);
}
