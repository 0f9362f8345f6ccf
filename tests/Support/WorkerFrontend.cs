using System.Threading.Channels;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.Grpc;

namespace TemporalVideo.Tests.Support;

/// <summary>The server's side of one worker: it hands out the tasks that a test gives it, and remembers what the worker answers.</summary>
public sealed class WorkerFrontend : IAsyncDisposable
{
    private readonly Channel<PollWorkflowTaskQueueResponse> _normal = Channel.CreateUnbounded<PollWorkflowTaskQueueResponse>();
    private readonly Channel<PollWorkflowTaskQueueResponse> _sticky = Channel.CreateUnbounded<PollWorkflowTaskQueueResponse>();
    private readonly Channel<PollActivityTaskQueueResponse> _activities = Channel.CreateUnbounded<PollActivityTaskQueueResponse>();
    private readonly CancellationTokenSource _pollsEnd = new();

    private WorkerFrontend() => Server = new ScriptedServer()
        .On("DescribeNamespace", (DescribeNamespaceRequest _) => new DescribeNamespaceResponse
        {
            NamespaceInfo = new() { Capabilities = new() { WorkerPollCompleteOnShutdown = EndsPollsOnShutdown } },
        })
        .On("PollWorkflowTaskQueue", (PollWorkflowTaskQueueRequest request, GrpcServerCall call) =>
            HoldAsync(request.TaskQueue.Kind == TaskQueueKind.Sticky ? _sticky : _normal, call))
        .On("PollActivityTaskQueue", (PollActivityTaskQueueRequest _, GrpcServerCall call) => HoldAsync(_activities, call))
        .On("RespondWorkflowTaskCompleted", (RespondWorkflowTaskCompletedRequest request) => Completed(request))
        .On("RespondWorkflowTaskFailed", (RespondWorkflowTaskFailedRequest _) => new RespondWorkflowTaskFailedResponse())
        .On("RespondQueryTaskCompleted", (RespondQueryTaskCompletedRequest _) => new RespondQueryTaskCompletedResponse())
        .On("GetWorkflowExecutionHistory", (GetWorkflowExecutionHistoryRequest request) => History(request))
        .On("RecordActivityTaskHeartbeat", (RecordActivityTaskHeartbeatRequest request) => Heartbeat(request))
        .On("RespondActivityTaskCompleted", (RespondActivityTaskCompletedRequest _) => new RespondActivityTaskCompletedResponse())
        .On("RespondActivityTaskFailed", (RespondActivityTaskFailedRequest _) => new RespondActivityTaskFailedResponse())
        .On("RespondActivityTaskCanceled", (RespondActivityTaskCanceledRequest _) => new RespondActivityTaskCanceledResponse())
        .On("ShutdownWorker", (ShutdownWorkerRequest _) =>
        {
            ShuttingDown();
            if (EndsPollsOnShutdown)
            {
                _pollsEnd.Cancel();
            }

            return new ShutdownWorkerResponse();
        });

    /// <summary>What the worker has sent, and where it connects to.</summary>
    public ScriptedServer Server { get; }

    /// <summary>Answers the completion of a workflow task.</summary>
    public Func<RespondWorkflowTaskCompletedRequest, RespondWorkflowTaskCompletedResponse> Completed { get; set; } = static _ => new();

    /// <summary>Answers a request for history: without it there is none.</summary>
    public Func<GetWorkflowExecutionHistoryRequest, GetWorkflowExecutionHistoryResponse> History { get; set; } =
        static _ => throw new GrpcException(GrpcStatusCode.NotFound, "no history");

    /// <summary>Answers a heartbeat.</summary>
    public Func<RecordActivityTaskHeartbeatRequest, RecordActivityTaskHeartbeatResponse> Heartbeat { get; set; } = static _ => new();

    /// <summary>Asked at each poll: true answers it without a task, false lets it wait for one, an exception is its error.</summary>
    public Func<bool> EndsPoll { get; set; } = static () => false;

    /// <summary>Whether the server announces that it answers the polls of a worker that shuts down.</summary>
    public bool EndsPollsOnShutdown { get; set; }

    /// <summary>Called when the worker says that it shuts down, while its polls are still open.</summary>
    public Action ShuttingDown { get; set; } = static () => { };

    /// <summary>Begins to serve.</summary>
    public static async Task<WorkerFrontend> StartAsync()
    {
        var frontend = new WorkerFrontend();
        await frontend.Server.StartAsync();
        return frontend;
    }

    /// <summary>Gives a workflow task to the next poll of the shared queue, or of the worker's own.</summary>
    public void Give(PollWorkflowTaskQueueResponse task, bool sticky = false) => (sticky ? _sticky : _normal).Writer.TryWrite(task);

    /// <summary>Gives an activity to the next poll.</summary>
    public void Give(PollActivityTaskQueueResponse task) => _activities.Writer.TryWrite(task);

    /// <summary>Waits until so many workflow tasks have been completed.</summary>
    /// <exception cref="InvalidOperationException">One has failed.</exception>
    public async Task<IReadOnlyList<RespondWorkflowTaskCompletedRequest>> UntilCompletedAsync(int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (Server.Received<RespondWorkflowTaskCompletedRequest>().Count() < count)
        {
            if (Server.Received<RespondWorkflowTaskFailedRequest>().FirstOrDefault() is { } failed)
            {
                throw new InvalidOperationException($"A task failed: {failed.Failure.Message}");
            }

            await Task.Delay(10, limit.Token);
        }

        return [.. Server.Received<RespondWorkflowTaskCompletedRequest>()];
    }

    /// <summary>Stops serving.</summary>
    public ValueTask DisposeAsync()
    {
        _pollsEnd.Dispose();
        return Server.DisposeAsync();
    }

    private async Task<T> HoldAsync<T>(Channel<T> tasks, GrpcServerCall call)
        where T : new()
    {
        if (EndsPoll())
        {
            return new();
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken, _pollsEnd.Token);
        try
        {
            return await tasks.Reader.ReadAsync(ended.Token);
        }
        catch (OperationCanceledException) when (!call.CancellationToken.IsCancellationRequested)
        {
            return new();
        }
    }
}
