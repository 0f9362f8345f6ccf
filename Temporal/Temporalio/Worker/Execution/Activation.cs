using Temporalio.Worker.Runs;

namespace Temporalio.Worker.Execution;

/// <summary>What one turn of the workflow's code is given.</summary>
/// <param name="Jobs">What has happened, in order.</param>
/// <param name="Replaying">Whether it happened before.</param>
/// <param name="Now">Workflow time, UTC.</param>
/// <param name="HistoryLength">Id of the last event.</param>
/// <param name="HistorySize">Bytes of history.</param>
/// <param name="ContinueAsNewSuggested">Whether the history has grown long.</param>
/// <param name="ModernEventLoop">Whether conditions are released one at a time.</param>
internal sealed record Activation(
    IReadOnlyList<WorkflowJob> Jobs,
    bool Replaying,
    DateTime Now,
    int HistoryLength,
    int HistorySize,
    bool ContinueAsNewSuggested,
    bool ModernEventLoop);
