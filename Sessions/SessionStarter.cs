using Temporalio.Api.Enums.V1;
using Temporalio.Client;
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
        var options = new WorkflowOptions(VideoWorkflowId.Of(input.Session), taskQueue)
        {
            IdReusePolicy = WorkflowIdReusePolicy.AllowDuplicate,
            IdConflictPolicy = WorkflowIdConflictPolicy.Fail,
            Priority = VideoPriority.Of(input.Session, input.Interactive),
            StaticSummary = VideoStart.SummaryOf(input),
            Memo = VideoStart.MemoOf(input),
            TypedSearchAttributes = VideoStart.AttributesOf(input.Session),
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
