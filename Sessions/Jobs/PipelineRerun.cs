using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions.Jobs;

/// <summary>A pipeline cannot be run again as it stands.</summary>
/// <param name="message">Why, and what to do.</param>
internal sealed class PipelineRunsException(string message) : Exception(message);

/// <summary>What a pipeline that has ended is run again with; the one place that says whether it can be.</summary>
internal static class PipelineRerun
{
    /// <summary>Checks what is asked for, and orders it.</summary>
    /// <param name="reader">Tells where the pipeline stands.</param>
    /// <param name="store">Of the workers.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="pipeline">Which pipeline.</param>
    /// <param name="from">From this job on; null: all that did not complete, and with other values all.</param>
    /// <param name="change">Other values of parameters.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="PipelineRunsException">It has not ended.</exception>
    /// <exception cref="ConfigurationException">There is no such job, or values do not fit; the message lists all.</exception>
    public static async Task<JobPipelineInput> OrderAsync(
        PipelineReader reader, IObjectStore store, ProductConfiguration configuration, SessionKey pipeline, string? from,
        PipelineWish change, CancellationToken cancellationToken)
    {
        var ended = await reader.StateAsync(pipeline, cancellationToken);
        if (ended.Outcome is PipelineOutcome.Running or PipelineOutcome.Pending)
        {
            throw new PipelineRunsException($"{pipeline.SessionId} runs. Cancel it first, or wait for its end.");
        }

        return from is not null && ended.Nodes.All(node => node.Id != from || node.ParentJob is not null)
            ? throw new ConfigurationException([$"from: there is no job '{from}' in the plan of {pipeline.SessionId}"])
            : await PipelineStarter.AgainAsync(store, configuration, ended, from, change, cancellationToken);
    }
}
