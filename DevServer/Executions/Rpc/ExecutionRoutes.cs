using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

/// <summary>The RPCs of workflows, tasks and activities.</summary>
internal static class ExecutionRoutes
{
    public static RpcTable AddExecutions(this RpcTable table, ExecutionEngine engine) => table
        .Add("StartWorkflowExecution", new StartWorkflowExecutionHandler(engine))
        .Add("SignalWorkflowExecution", new SignalWorkflowExecutionHandler(engine))
        .Add("SignalWithStartWorkflowExecution", new SignalWithStartWorkflowExecutionHandler(engine))
        .Add("ExecuteMultiOperation", new ExecuteMultiOperationHandler(engine))
        .Add("RequestCancelWorkflowExecution", new RequestCancelWorkflowExecutionHandler(engine))
        .Add("TerminateWorkflowExecution", new TerminateWorkflowExecutionHandler(engine))
        .Add("DeleteWorkflowExecution", new DeleteWorkflowExecutionHandler(engine))
        .Add("ResetWorkflowExecution", new ResetWorkflowExecutionHandler(engine))
        .Add("QueryWorkflow", new QueryWorkflowHandler(engine))
        .Add("UpdateWorkflowExecution", new UpdateWorkflowExecutionHandler(engine))
        .Add("PollWorkflowExecutionUpdate", new PollWorkflowExecutionUpdateHandler(engine))
        .Add("DescribeWorkflowExecution", new DescribeWorkflowExecutionHandler(engine))
        .Add("GetWorkflowExecutionHistory", new GetWorkflowExecutionHistoryHandler(engine))
        .Add("GetWorkflowExecutionHistoryReverse", new GetWorkflowExecutionHistoryReverseHandler(engine))
        .Add("PollWorkflowTaskQueue", new PollWorkflowTaskQueueHandler(engine))
        .Add("RespondWorkflowTaskCompleted", new RespondWorkflowTaskCompletedHandler(engine))
        .Add("RespondWorkflowTaskFailed", new RespondWorkflowTaskFailedHandler(engine))
        .Add("RespondQueryTaskCompleted", new RespondQueryTaskCompletedHandler(engine))
        .Add("PollActivityTaskQueue", new PollActivityTaskQueueHandler(engine))
        .Add("RecordActivityTaskHeartbeat", new RecordActivityTaskHeartbeatHandler(engine))
        .Add("RecordActivityTaskHeartbeatById", new RecordActivityTaskHeartbeatByIdHandler(engine))
        .Add("RespondActivityTaskCompleted", new RespondActivityTaskCompletedHandler(engine))
        .Add("RespondActivityTaskCompletedById", new RespondActivityTaskCompletedByIdHandler(engine))
        .Add("RespondActivityTaskFailed", new RespondActivityTaskFailedHandler(engine))
        .Add("RespondActivityTaskFailedById", new RespondActivityTaskFailedByIdHandler(engine))
        .Add("RespondActivityTaskCanceled", new RespondActivityTaskCanceledHandler(engine))
        .Add("RespondActivityTaskCanceledById", new RespondActivityTaskCanceledByIdHandler(engine))
        .Add("PauseActivity", new PauseActivityHandler(engine))
        .Add("UnpauseActivity", new UnpauseActivityHandler(engine))
        .Add("ResetActivity", new ResetActivityHandler(engine))
        .Add("UpdateActivityOptions", new UpdateActivityOptionsHandler(engine))
        .Add("ResetStickyTaskQueue", new ResetStickyTaskQueueHandler(engine))
        .Add("ShutdownWorker", new ShutdownWorkerHandler(engine))
        .Add("DescribeTaskQueue", new DescribeTaskQueueHandler(engine))
        .Add("ListTaskQueuePartitions", new ListTaskQueuePartitionsHandler(engine));
}
