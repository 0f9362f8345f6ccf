using Temporalio.Activities;

namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>Activity: lists what Agent2 and Agent4 left in the object store. Fails with <see cref="FailureTypes.InputMissing"/> when something is missing.</summary>
public interface IDiscoverInput
{
    /// <inheritdoc cref="IDiscoverInput"/>
    /// <param name="task">Which session.</param>
    [Activity]
    Task<ComposerInput> DiscoverInputAsync(AgentTask task);
}
