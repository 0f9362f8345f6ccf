using System.Text.Json;
using Temporalio.Activities;
using TemporalVideo.Activities.Webhooks;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Storage.Records.Jobs;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Jobs;

/// <summary>Writes changes of a pipeline into its rows.</summary>
internal sealed class RecordPipeline(
    IPipelineTables tables, IPipelineTemplates templates, IJobPlaces places, IObjectStore store, Announcements announcements)
    : IRecordPipeline
{
    [Activity]
    public async Task RecordPipelineAsync(PipelineChanges changes)
    {
        var cancellationToken = ActivityExecutionContext.Current.CancellationToken;
        var hasEnded = changes.Outcome is not (PipelineOutcome.Pending or PipelineOutcome.Running);
        if (changes.Left is not null || hasEnded)
        {
            // Before the rows: whoever waits for these places does not wait for them.
            await places.LeaveAsync(changes.Pipeline, changes.Left ?? [], hasEnded, cancellationToken);
        }

        await tables.RecordAsync(changes, () => OrderAsync(changes, cancellationToken), cancellationToken);
        var waiting = changes.Jobs.Where(job => job.State == JobState.Waiting).ToDictionary(job => job.Job);
        if (waiting.Count > 0
            && await announcements.AreHeardAsync(changes.Pipeline.UserId, WebhookEvents.PipelineWaiting, cancellationToken))
        {
            await TellAsync(changes.Pipeline, waiting, cancellationToken);
        }
    }

    /// <summary>Has subscribers told which jobs wait for a person; others wait for a job that they have spawned.</summary>
    private async Task TellAsync(
        SessionKey pipeline, IReadOnlyDictionary<string, JobProgress> waiting, CancellationToken cancellationToken)
    {
        var rows = await tables.FindAsync(pipeline, cancellationToken);
        foreach (var job in rows?.Jobs.Where(row => row.Type == JobTypes.Approval && waiting.ContainsKey(row.Id)) ?? [])
        {
            await announcements.TellAsync(
                WebhookEvents.PipelineWaiting,
                new StateChange
                {
                    UserId = pipeline.UserId,
                    PipelineId = pipeline.SessionId,
                    Status = rows!.Pipeline.State,
                    WaitingFor = job.Id,
                    Reason = waiting[job.Id].Reason,
                },
                cancellationToken);
        }
    }

    /// <summary>A plan that is not what was ordered is a failure of the jobs, which say so; the rows say what is known.</summary>
    private async Task<PipelineOrder> OrderAsync(PipelineChanges changes, CancellationToken cancellationToken)
    {
        if (await store.ReadIfThereAsync(changes.PlanKey, cancellationToken) is not { } bytes
            || new PipelineLayout(changes.Pipeline).Plan(bytes.Span) != changes.PlanKey)
        {
            return new PipelineOrder("", "{}", null, []);
        }

        var plan = JsonSerializer.Deserialize<JobPlan>(bytes.Span)!;
        var version = plan.TemplateText is { } text
            ? await templates.SaveAsync(plan.Template, text, TemplateOrigins.Pipeline, cancellationToken) : null;
        return new PipelineOrder(plan.OriginalPrompt, JsonSerializer.Serialize(plan.Parameters), version?.Version, plan.Stages);
    }
}
