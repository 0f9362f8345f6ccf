using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Tests.Clients;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Executions;

/// <summary>One workflow id with a task queue of its own, driven by raw calls: client and worker in one hand.</summary>
internal sealed class TestWorkflow(RawClient client)
{
    public const string Namespace = "default";

    public RawClient Client { get; } = client;

    public string Id { get; init; } = "wf-" + Guid.NewGuid().ToString("N");

    public string Queue { get; init; } = "tq-" + Guid.NewGuid().ToString("N");

    public string RunId { get; set; } = "";

    public TaskQueue TaskQueue => new() { Name = Queue };

    public WorkflowExecution Execution => new() { WorkflowId = Id };

    public StartWorkflowExecutionRequest StartRequest() => new()
    {
        Namespace = Namespace,
        WorkflowId = Id,
        WorkflowType = new WorkflowType { Name = "Test" },
        TaskQueue = TaskQueue,
        Identity = "client",
        RequestId = Guid.NewGuid().ToString(),
    };

    public async Task<StartWorkflowExecutionResponse> StartAsync(Action<StartWorkflowExecutionRequest>? with = null)
    {
        var request = StartRequest();
        with?.Invoke(request);
        var response = await Client.CallAsync<StartWorkflowExecutionResponse>("StartWorkflowExecution", request);
        RunId = response.RunId;
        return response;
    }

    public Task<PollWorkflowTaskQueueResponse> PollAsync(string? sticky = null) => Client.CallAsync<PollWorkflowTaskQueueResponse>(
        "PollWorkflowTaskQueue",
        new PollWorkflowTaskQueueRequest
        {
            Namespace = Namespace,
            TaskQueue = sticky is null ? TaskQueue : new TaskQueue { Name = sticky, Kind = TaskQueueKind.Sticky, NormalName = Queue },
            Identity = "worker",
        });

    public Task<RespondWorkflowTaskCompletedResponse> CompleteAsync(PollWorkflowTaskQueueResponse task, params Command[] commands) =>
        CompleteAsync(task, _ => { }, commands);

    public Task<RespondWorkflowTaskCompletedResponse> CompleteAsync(
        PollWorkflowTaskQueueResponse task, Action<RespondWorkflowTaskCompletedRequest> with, params Command[] commands)
    {
        var request =
            new RespondWorkflowTaskCompletedRequest
            {
                Namespace = Namespace,
                TaskToken = task.TaskToken,
                Identity = "worker",
                Commands = { commands }
            };
        with(request);
        return Client.CallAsync<RespondWorkflowTaskCompletedResponse>("RespondWorkflowTaskCompleted", request);
    }

    /// <summary>Takes the next workflow task and completes it.</summary>
    public async Task<PollWorkflowTaskQueueResponse> RunTaskAsync(params Command[] commands)
    {
        var task = await PollAsync();
        task.TaskToken.IsEmpty.Should().BeFalse("a workflow task is due");
        await CompleteAsync(task, commands);
        return task;
    }

    public Task FailTaskAsync(PollWorkflowTaskQueueResponse task) => Client.CallAsync<RespondWorkflowTaskFailedResponse>(
        "RespondWorkflowTaskFailed",
        new RespondWorkflowTaskFailedRequest
        {
            Namespace = Namespace,
            TaskToken = task.TaskToken,
            Identity = "worker",
            Cause = WorkflowTaskFailedCause.WorkflowWorkerUnhandledFailure,
            Failure = new Failure { Message = "broken" },
        });

    public Task<PollActivityTaskQueueResponse> PollActivityAsync(string? queue = null) => Client.CallAsync<PollActivityTaskQueueResponse>(
        "PollActivityTaskQueue",
        new PollActivityTaskQueueRequest
        {
            Namespace = Namespace,
            TaskQueue = new TaskQueue { Name = queue ?? Queue },
            Identity = "worker"
        });

    public Task CompleteActivityAsync(PollActivityTaskQueueResponse task, string result = "done") =>
        Client.CallAsync<RespondActivityTaskCompletedResponse>(
        "RespondActivityTaskCompleted",
        new RespondActivityTaskCompletedRequest
        {
            Namespace = Namespace,
            TaskToken = task.TaskToken,
            Identity = "worker",
            Result = Values.Of(result)
        });

    public Task FailActivityAsync(PollActivityTaskQueueResponse task, string type = "Oops", bool nonRetryable = false,
        TimeSpan? nextDelay = null) =>
        Client.CallAsync<RespondActivityTaskFailedResponse>(
            "RespondActivityTaskFailed",
            new RespondActivityTaskFailedRequest
            {
                Namespace = Namespace,
                TaskToken = task.TaskToken,
                Identity = "worker",
                Failure = new Failure
                {
                    Message = "activity broke",
                    ApplicationFailureInfo = new ApplicationFailureInfo
                    {
                        Type = type,
                        NonRetryable = nonRetryable,
                        NextRetryDelay = nextDelay is { } delay ? Duration.FromTimeSpan(delay) : null,
                    },
                },
            });

    public Task CancelActivityAsync(PollActivityTaskQueueResponse task) => Client.CallAsync<RespondActivityTaskCanceledResponse>(
        "RespondActivityTaskCanceled",
        new RespondActivityTaskCanceledRequest
        {
            Namespace = Namespace,
            TaskToken = task.TaskToken,
            Identity = "worker",
            Details = Values.Of("stopped")
        });

    public Task<RecordActivityTaskHeartbeatResponse> HeartbeatAsync(PollActivityTaskQueueResponse task, string details) =>
        Client.CallAsync<RecordActivityTaskHeartbeatResponse>(
        "RecordActivityTaskHeartbeat",
        new RecordActivityTaskHeartbeatRequest
        {
            Namespace = Namespace,
            TaskToken = task.TaskToken,
            Identity = "worker",
            Details = Values.Of(details)
        });

    public Task SignalAsync(string name = "signal", string requestId = "") => Client.CallAsync<SignalWorkflowExecutionResponse>(
        "SignalWorkflowExecution",
        new SignalWorkflowExecutionRequest
        {
            Namespace = Namespace,
            WorkflowExecution = Execution,
            SignalName = name,
            RequestId = requestId,
            Identity = "client"
        });

    public Task RequestCancelAsync() => Client.CallAsync<RequestCancelWorkflowExecutionResponse>(
        "RequestCancelWorkflowExecution",
        new RequestCancelWorkflowExecutionRequest
        {
            Namespace = Namespace,
            WorkflowExecution = Execution,
            Identity = "client",
            Reason = "enough"
        });

    public Task TerminateAsync(string reason = "over", string firstRunId = "") => Client.CallAsync<TerminateWorkflowExecutionResponse>(
        "TerminateWorkflowExecution",
        new TerminateWorkflowExecutionRequest
        {
            Namespace = Namespace,
            WorkflowExecution = Execution,
            Identity = "client",
            Reason = reason,
            Details = Values.Of("why"),
            FirstExecutionRunId = firstRunId,
        });

    public Task<DescribeWorkflowExecutionResponse> DescribeAsync(string runId = "") => Client.CallAsync<DescribeWorkflowExecutionResponse>(
        "DescribeWorkflowExecution",
        new DescribeWorkflowExecutionRequest
        {
            Namespace = Namespace,
            Execution = new WorkflowExecution { WorkflowId = Id, RunId = runId }
        });

    public Task<GetWorkflowExecutionHistoryResponse> HistoryPageAsync(Action<GetWorkflowExecutionHistoryRequest>? with = null)
    {
        var request = new GetWorkflowExecutionHistoryRequest { Namespace = Namespace, Execution = Execution };
        with?.Invoke(request);
        return Client.CallAsync<GetWorkflowExecutionHistoryResponse>("GetWorkflowExecutionHistory", request,
            headers: ("supported-features", "follows-next-run-id"));
    }

    public async Task<List<HistoryEvent>> HistoryAsync(string runId = "")
    {
        var events = new List<HistoryEvent>();
        var token = ByteString.Empty;
        do
        {
            var page = await HistoryPageAsync(request =>
            {
                request.Execution.RunId = runId;
                request.NextPageToken = token;
            });
            events.AddRange(page.History.Events);
            token = page.NextPageToken;
        }
        while (!token.IsEmpty);
        return events;
    }

    /// <summary>The history as short names, in order; also checks that ids are contiguous.</summary>
    public async Task<string> EventsAsync(string runId = "")
    {
        var events = await HistoryAsync(runId);
        events.Select(each => each.EventId).Should().Equal(Enumerable.Range(1, events.Count).Select(id => (long)id));
        return Events.Names(events);
    }

    /// <summary>Waits for the event that closes a run, and gives it.</summary>
    public async Task<HistoryEvent> CloseEventAsync(string runId = "")
    {
        while (true)
        {
            var page = await HistoryPageAsync(request =>
            {
                request.Execution.RunId = runId;
                request.WaitNewEvent = true;
                request.HistoryEventFilterType = HistoryEventFilterType.CloseEvent;
            });
            if (page.History.Events.Count > 0)
            {
                return page.History.Events.Single();
            }
        }
    }

    /// <summary>Waits until the history contains an event of the type.</summary>
    public async Task<HistoryEvent> EventAsync(EventType type, int occurrence = 1)
    {
        var seen = 0;
        var token = ByteString.Empty;
        while (true)
        {
            var page = await HistoryPageAsync(request =>
            {
                request.WaitNewEvent = true;
                request.NextPageToken = token;
            });
            foreach (var each in page.History.Events)
            {
                if (each.EventType == type && ++seen == occurrence)
                {
                    return each;
                }
            }

            token = page.NextPageToken;
            token.IsEmpty.Should().BeFalse($"{type} number {occurrence} is expected, and the run is closed after {await EventsAsync()}");
        }
    }

    public Task<QueryWorkflowResponse> QueryAsync(string type = "query", QueryRejectCondition reject = QueryRejectCondition.None) =>
        Client.CallAsync<QueryWorkflowResponse>(
        "QueryWorkflow",
        new QueryWorkflowRequest
        {
            Namespace = Namespace,
            Execution = Execution,
            Query = new WorkflowQuery { QueryType = type },
            QueryRejectCondition = reject
        });

    public Task AnswerQueryAsync(PollWorkflowTaskQueueResponse task, string answer) => Client.CallAsync<RespondQueryTaskCompletedResponse>(
        "RespondQueryTaskCompleted",
        new RespondQueryTaskCompletedRequest
        {
            Namespace = Namespace,
            TaskToken = task.TaskToken,
            CompletedType = QueryResultType.Answered,
            QueryResult = Values.Of(answer)
        });

    public Task<UpdateWorkflowExecutionResponse> UpdateAsync(
        string id = "", UpdateWorkflowExecutionLifecycleStage stage = UpdateWorkflowExecutionLifecycleStage.Completed) =>
            Client.CallAsync<UpdateWorkflowExecutionResponse>(
        "UpdateWorkflowExecution", UpdateRequest(id, stage));

    /// <summary>Waits until the server knows the update.</summary>
    public async Task AdmittedAsync(string id)
    {
        var request = new PollWorkflowExecutionUpdateRequest
        {
            Namespace = Namespace,
            UpdateRef = new UpdateRef { WorkflowExecution = Execution, UpdateId = id },
        };
        while (true)
        {
            try
            {
                await Client.CallAsync<PollWorkflowExecutionUpdateResponse>("PollWorkflowExecutionUpdate", request);
                return;
            }
            catch (CallFailedException error) when (error.Code == StatusCode.NotFound)
            {
                await Task.Delay(10);
            }
        }
    }

    public UpdateWorkflowExecutionRequest UpdateRequest(string id, UpdateWorkflowExecutionLifecycleStage stage) => new()
    {
        Namespace = Namespace,
        WorkflowExecution = Execution,
        WaitPolicy = new WaitPolicy { LifecycleStage = stage },
        Request = new Request { Meta = new Meta { UpdateId = id, Identity = "client" }, Input = new Input { Name = "change" } },
    };
}
