using Temporalio.Common;

namespace Temporalio.Worker;

/// <summary>What replaying a history has come to.</summary>
/// <param name="History">The history.</param>
/// <param name="ReplayFailure">Why the code does not do what the history shows; null when it does.</param>
public record WorkflowReplayResult(WorkflowHistory History, Exception? ReplayFailure);
