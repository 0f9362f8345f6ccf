using System.Linq.Expressions;
using Temporalio.Exceptions;
using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Policies;

namespace TemporalVideo.Workflows.Video;

/// <summary>
/// Has a step done. A worker that is lost on the way (killed, out of memory, unplugged, shut down) is not a failure of the step: the step
/// is scheduled again, and only what the step itself answered counts towards its attempts. A step that loses every worker it meets still
/// ends.
/// </summary>
internal static class StepExecution
{
    public static async Task<T> RunAsync<TStep, T>(Expression<Func<TStep, Task<T>>> call, ActivityOptions options, int mostLosses)
    {
        for (var losses = 1; ; losses++)
        {
            try
            {
                return await Workflow.ExecuteActivityAsync(call, options);
            }
            catch (ActivityFailureException failure) when (LostWorker.Of(failure) is { } lost)
            {
                if (!Workflow.Patched(Patches.LostWorkersDoNotCount))
                {
                    throw;
                }

                if (losses >= mostLosses)
                {
                    throw new ApplicationFailureException(
                        $"{failure.ActivityType} ({options.Summary}) lost its worker {losses} times and was given up: each time the "
                            + "worker was killed, "
                        + "shut down or cut off. Look into the workers' logs and their memory.",
                        failure, FailureTypes.WorkersLost, nonRetryable: true);
                }

                options = WithoutFailedAttempts(options, lost.FailedAttempts);
            }
        }
    }

    private static ActivityOptions WithoutFailedAttempts(ActivityOptions options, int failed)
    {
        if (failed == 0 || options.RetryPolicy is not { MaximumAttempts: > 0 } policy)
        {
            return options;
        }

        var rest = (ActivityOptions)options.Clone();
        rest.RetryPolicy = policy with { MaximumAttempts = Math.Max(1, policy.MaximumAttempts - failed) };
        return rest;
    }
}
