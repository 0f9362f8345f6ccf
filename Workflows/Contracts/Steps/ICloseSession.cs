using Temporalio.Activities;

namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>Activity: writes into the session's row how it ended.</summary>
public interface ICloseSession
{
    /// <inheritdoc cref="ICloseSession"/>
    /// <param name="task">How it ended.</param>
    [Activity]
    Task CloseSessionAsync(CloseTask task);
}
