using Google.Protobuf;
using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions.Activities;

/// <summary>Which activity a worker speaks of: by the token of an attempt, or by workflow and activity id.</summary>
internal sealed record ActivityAddress(WorkflowKey Workflow, string RunId, TaskToken? Token, string ActivityId)
{
    public static ActivityAddress Of(ByteString token)
    {
        var read = Tokens.Read(token);
        return new ActivityAddress(Tokens.Workflow(read), read.RunId, read, "");
    }
}
