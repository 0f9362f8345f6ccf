using Google.Protobuf;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions;

/// <summary>Task tokens: opaque to workers, they say which task an answer is for.</summary>
internal static class Tokens
{
    public static ByteString Of(WorkflowRun run, WorkflowTaskState task) => new TaskToken
    {
        NamespaceId = run.State.NamespaceId,
        WorkflowId = run.State.WorkflowId,
        RunId = run.RunId,
        ScheduledEventId = task.ScheduledEventId,
        StartedEventId = task.StartedEventId,
        Attempt = task.Attempt,
        Stamp = task.Stamp,
    }.ToByteString();

    public static ByteString Of(WorkflowRun run, ActivityState activity) => new TaskToken
    {
        NamespaceId = run.State.NamespaceId,
        WorkflowId = run.State.WorkflowId,
        RunId = run.RunId,
        ScheduledEventId = activity.ScheduledEventId,
        Attempt = activity.Attempt,
        RequestId = activity.RequestId,
    }.ToByteString();

    public static TaskToken Read(ByteString token)
    {
        if (token.IsEmpty)
        {
            throw ServiceErrors.InvalidArgument("Task token not set on request.");
        }

        try
        {
            return TaskToken.Parser.ParseFrom(token);
        }
        catch (InvalidProtocolBufferException)
        {
            throw ServiceErrors.InvalidArgument("Error deserializing task token.");
        }
    }

    public static WorkflowKey Workflow(TaskToken token) => new(token.NamespaceId, token.WorkflowId);
}
