using Temporalio.Activities;

namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>Activity: reads the session's row and writes <c>timestamp.json</c>. Fails with <see cref="FailureTypes.SessionNotFound"/> when there is no row.</summary>
public interface IOpenSession
{
    /// <inheritdoc cref="IOpenSession"/>
    /// <param name="task">Which session.</param>
    [Activity]
    Task OpenSessionAsync(AgentTask task);
}
