using Temporalio.Activities;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Session;

/// <summary>Writes how far a session is into its row in <c>generations</c>.</summary>
internal sealed class RecordGeneration(GenerationRow row) : IRecordGeneration
{
    [Activity]
    public Task RecordGenerationAsync(RecordTask task) =>
        row.WriteAsync(task.Session, task.Stand, null, null, ActivityExecutionContext.Current.CancellationToken);
}
