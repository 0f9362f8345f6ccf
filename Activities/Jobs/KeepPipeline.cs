using System.Text.Json;
using Temporalio.Activities;
using TemporalVideo.Activities.Webhooks;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Jobs;

/// <summary>Keeps where a pipeline's jobs stood at its end, and has subscribers told.</summary>
internal sealed class KeepPipeline(IObjectStore store, Announcements announcements) : IKeepPipeline
{
    [Activity]
    public async Task KeepPipelineAsync(JobPipelineState state)
    {
        var cancellationToken = ActivityExecutionContext.Current.CancellationToken;
        await store.PutAsync(
            new PipelineLayout(state.Pipeline).State, JsonSerializer.SerializeToUtf8Bytes(state), ObjectTags.None, cancellationToken);
        var failed = state.Jobs.Where(job => job.State == JobState.Failed).Select(job => $"{job.Job}: {job.Reason}").ToList();
        await announcements.TellAsync(
            WebhookEvents.Of(state.Outcome),
            new StateChange
            {
                UserId = state.Pipeline.UserId,
                PipelineId = state.Pipeline.SessionId,
                Status = state.Outcome.ToString(),
                Reason = failed.Count == 0 ? null : string.Join(" ", failed),
            },
            cancellationToken);
    }
}
