using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Exceptions;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions;

/// <summary>Starts a session's workflow, or finds the one that is running.</summary>
internal static class SessionStarter
{
    /// <returns>The workflow, and whether it was running already.</returns>
    public static async Task<(WorkflowHandle<VideoWorkflow, VideoResult> Handle, bool Resumed)> StartAsync(
        ITemporalClient client, string taskQueue, VideoInput input, CancellationToken cancellationToken)
    {
        var topic = input.Topic ?? input.Session.SessionId;
        var options = new WorkflowOptions(VideoWorkflowId.Of(input.Session), taskQueue)
        {
            IdReusePolicy = WorkflowIdReusePolicy.AllowDuplicate,
            IdConflictPolicy = WorkflowIdConflictPolicy.Fail,
            Priority = VideoPriority.Of(input.Session, input.Interactive),
            StaticSummary = $"Video: {topic}",
            Memo = new Dictionary<string, object>
            {
                ["topic"] = topic,
                ["seconds"] = input.TargetSeconds ?? 0,
                ["interactive"] = input.Interactive,
            },
            TypedSearchAttributes = new SearchAttributeCollection.Builder()
                .Set(VideoSearchAttributes.User, input.Session.UserId)
                .Set(VideoSearchAttributes.Session, input.Session.SessionId)
                .Set(VideoSearchAttributes.Stage, VideoStage.Opening.ToString())
                .Set(VideoSearchAttributes.Outcome, VideoOutcome.Running.ToString())
                .ToSearchAttributeCollection(),
            Rpc = new RpcOptions { CancellationToken = cancellationToken },
        };
        try
        {
            return (await client.StartWorkflowAsync((VideoWorkflow workflow) => workflow.RunAsync(input), options), false);
        }
        catch (WorkflowAlreadyStartedException)
        {
            return (client.GetWorkflowHandle<VideoWorkflow, VideoResult>(options.Id!), true);
        }
    }
}
