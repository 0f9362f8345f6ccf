using Temporalio.Worker.Execution;

namespace Temporalio.Worker.Runs;

/// <summary>What a worker or a replayer gives to every run.</summary>
/// <param name="Namespace">Namespace.</param>
/// <param name="FindWorkflow">Finds a workflow by its type; throws when there is none.</param>
/// <param name="LocalActivities">Runs local activities.</param>
/// <param name="DebugMode">Whether code may block.</param>
internal sealed record WorkflowRunOptions(
    string Namespace,
    Func<string, WorkflowSetup> FindWorkflow,
    ILocalActivityExecutor LocalActivities,
    bool DebugMode);
