using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using TemporalVideo.Conformance.Tests.Sdk;

namespace TemporalVideo.Conformance.Tests.Client;

/// <summary>Answers single tasks of a task queue by hand, so that the client is tested without a worker.</summary>
internal sealed class RawWorker(ITemporalClient client, string taskQueue)
{
    private readonly WorkflowService _service = client.WorkflowService;

    public static Command Complete(Payloads? result = null) => new()
    {
        CommandType = CommandType.CompleteWorkflowExecution,
        CompleteWorkflowExecutionCommandAttributes = new() { Result = result },
    };

    public static Command Fail(Failure failure) => new()
    {
        CommandType = CommandType.FailWorkflowExecution,
        FailWorkflowExecutionCommandAttributes = new() { Failure = failure },
    };

    public static Command Cancel(Payloads? details = null) => new()
    {
        CommandType = CommandType.CancelWorkflowExecution,
        CancelWorkflowExecutionCommandAttributes = new() { Details = details },
    };

    public static Command ContinueAsNew(string workflowType) => new()
    {
        CommandType = CommandType.ContinueAsNewWorkflowExecution,
        ContinueAsNewWorkflowExecutionCommandAttributes = new() { WorkflowType = new WorkflowType { Name = workflowType } },
    };

    public Command Schedule(string activityType) => new()
    {
        CommandType = CommandType.ScheduleActivityTask,
        ScheduleActivityTaskCommandAttributes = new()
        {
            ActivityId = "1",
            ActivityType = new ActivityType { Name = activityType },
            TaskQueue = new() { Name = taskQueue },
            ScheduleToCloseTimeout = new() { Seconds = 60 },
        },
    };

    public async Task<PollWorkflowTaskQueueResponse> PollAsync()
    {
        while (true)
        {
            var task = await _service.PollWorkflowTaskQueueAsync(
                new() { Namespace = client.Options.Namespace, TaskQueue = new() { Name = taskQueue }, Identity = "raw" },
                new RpcOptions { Retry = true });
            if (!task.TaskToken.IsEmpty)
            {
                return task;
            }
        }
    }

    /// <summary>Completes the next workflow task with commands.</summary>
    public async Task<PollWorkflowTaskQueueResponse> RespondAsync(params Command[] commands)
    {
        var task = await PollAsync();
        await RespondAsync(task, commands);
        return task;
    }

    public Task RespondAsync(PollWorkflowTaskQueueResponse task, params Command[] commands) =>
        _service.RespondWorkflowTaskCompletedAsync(
            new() { Namespace = client.Options.Namespace, TaskToken = task.TaskToken, Identity = "raw", Commands = { commands } });

    /// <summary>Accepts and completes the update of the next workflow task.</summary>
    public async Task AnswerUpdateAsync(object? result)
    {
        var task = await PollAsync();
        var (request, accept, command) = Accept(task);
        var response = UpdateMessages.Response(request, await client.Options.DataConverter.ToPayloadsProtoAsync([result]));
        await _service.RespondWorkflowTaskCompletedAsync(new()
        {
            Namespace = client.Options.Namespace,
            TaskToken = task.TaskToken,
            Commands = { command, UpdateMessages.CommandOf(response) },
            Messages = { accept, response },
        });
    }

    /// <summary>Rejects the update of the next workflow task.</summary>
    public async Task RejectUpdateAsync(Failure failure)
    {
        var task = await PollAsync();
        await _service.RespondWorkflowTaskCompletedAsync(new()
        {
            Namespace = client.Options.Namespace,
            TaskToken = task.TaskToken,
            Messages = { UpdateMessages.Rejection(task.Messages.Single(), failure) },
        });
    }

    /// <summary>Answers the query of the next task.</summary>
    public async Task AnswerQueryAsync(Func<string, RespondQueryTaskCompletedRequest> answer)
    {
        var task = await PollAsync();
        var response = answer(task.Query.QueryType);
        response.Namespace = client.Options.Namespace;
        response.TaskToken = task.TaskToken;
        await _service.RespondQueryTaskCompletedAsync(response);
    }

    private static (Temporalio.Api.Protocol.V1.Message Request, Temporalio.Api.Protocol.V1.Message Accept,
        Command Command) Accept(PollWorkflowTaskQueueResponse task)
    {
        var request = task.Messages.Single();
        var accept = UpdateMessages.Acceptance(request);
        return (request, accept, UpdateMessages.CommandOf(accept));
    }
}
