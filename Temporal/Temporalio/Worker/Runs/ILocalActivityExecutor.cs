using Temporalio.Worker.ActivityTasks;
using Temporalio.Workflows;

namespace Temporalio.Worker.Runs;

/// <summary>Runs one attempt of a local activity.</summary>
internal interface ILocalActivityExecutor
{
    Task<ActivityOutcome> RunAsync(LocalActivityRequest request, int attempt, DateTime scheduled, WorkflowInfo workflow, CancellationToken cancellation);
}
