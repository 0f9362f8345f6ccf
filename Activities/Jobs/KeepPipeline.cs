using System.Text.Json;
using Temporalio.Activities;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Jobs;

/// <summary>Keeps where a pipeline's jobs stood at its end.</summary>
internal sealed class KeepPipeline(IObjectStore store) : IKeepPipeline
{
    [Activity]
    public Task KeepPipelineAsync(JobPipelineState state) => store.PutAsync(
        new PipelineLayout(state.Pipeline).State,
        JsonSerializer.SerializeToUtf8Bytes(state),
        ObjectTags.None,
        ActivityExecutionContext.Current.CancellationToken);
}
