using Temporalio.Exceptions;
using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Policies;
using TemporalVideo.Workflows.Video;

namespace TemporalVideo.Workflows.Jobs;

/// <summary>Has an attempt of a job done by a worker, and says what its end means for the graph.</summary>
internal static class JobExecution
{
    public static async Task<JobMessage> RunAsync(
        JobPipelineInput input, JobTask task, JobProgress progress, CancellationToken cancellationToken)
    {
        var (node, attempt) = (task.Node, task.Attempt);
        try
        {
            var told = node.Type == JobTypes.Video
                ? await VideoExecution.RunAsync(input, task, cancellationToken)
                : await Workflow.ExecuteActivityAsync(
                    (IRunJob work) => work.RunJobAsync(task), JobPolicies.Attempt(input, task, cancellationToken));
            return new JobMessage(node.Id, JobEvent.Succeed, attempt, told);
        }
        catch (ActivityFailureException failure) when (LostWorker.Of(failure) is not null)
        {
            return progress.Lost + 1 < input.MaxLostWorkers
                ? new JobMessage(node.Id, JobEvent.Lose, attempt, "Its worker was lost; it is tried again.")
                : new JobMessage(node.Id, JobEvent.Fail, attempt, $"It lost its worker {progress.Lost + 1} times and was given up.");
        }
        catch (Exception stop) when (TemporalException.IsCanceledException(stop))
        {
            return new JobMessage(node.Id, JobEvent.Cancel, attempt, "It was stopped.");
        }
        catch (Exception failure) when (failure is ActivityFailureException or ChildWorkflowFailureException
            or ApplicationFailureException or WorkflowAlreadyStartedException)
        {
            var answer = failure as ApplicationFailureException ?? failure.InnerException as ApplicationFailureException;
            var reason = answer?.Message ?? FailureReason.Of(failure).Text;
            return answer is { NonRetryable: true } || progress.RetryCount >= node.MaxRetries
                ? new JobMessage(node.Id, JobEvent.Fail, attempt, reason)
                : new JobMessage(node.Id, JobEvent.Retry, attempt, reason);
        }
    }
}
