using Temporalio.Exceptions;
using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Jobs;
using TemporalVideo.Workflows.Policies;

namespace TemporalVideo.Workflows;

/// <summary>Runs the jobs of a pipeline in the order that their needs allow.</summary>
[Workflow(JobPipelineNames.Workflow)]
public sealed class JobPipelineWorkflow
{
    private readonly PipelineRun _run;

    /// <summary>Prepares the state, so that queries and updates find it from the first moment.</summary>
    /// <param name="input">The pipeline.</param>
    [WorkflowInit]
    public JobPipelineWorkflow(JobPipelineInput input) => _run = new PipelineRun(input);

    /// <summary>Runs the pipeline. It fails with <see cref="FailureTypes.JobFailed"/> when a job failed that may not.</summary>
    /// <param name="input">The pipeline.</param>
    /// <returns>Where every job stands at the end.</returns>
    [WorkflowRun]
    public async Task<JobPipelineState> RunAsync(JobPipelineInput input)
    {
        await _run.ToTheEndAsync();

        // A client that still waits for the answer to its update gets it before the run ends.
        await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished, CancellationToken.None);
        if (_run.Continuation is { } rest)
        {
            throw Workflow.CreateContinueAsNewException((JobPipelineWorkflow next) => next.RunAsync(rest));
        }

        await Workflow.ExecuteActivityAsync((IKeepPipeline step) => step.KeepPipelineAsync(_run.State), JobPolicies.Keeping(input));
        if (_run.State.Outcome == PipelineOutcome.Cancelled)
        {
            Workflow.CancellationToken.ThrowIfCancellationRequested();
        }

        return _run.State.Outcome == PipelineOutcome.Completed
            ? _run.State
            : throw new ApplicationFailureException(_run.WhyFailed, errorType: FailureTypes.JobFailed, nonRetryable: true);
    }

    /// <summary>The whole pipeline at a glance.</summary>
    [WorkflowQuery(JobPipelineNames.StateQuery)]
    public JobPipelineState State() => _run.State;

    /// <summary>Where one job stands; null when there is none of that id.</summary>
    /// <param name="job">Its id.</param>
    [WorkflowQuery(JobPipelineNames.JobQuery)]
    public JobProgress? Job(string job) => _run.Find(job);

    /// <summary>Takes a person's word on a job that waits for it.</summary>
    /// <param name="approval">The word.</param>
    [WorkflowUpdate(JobPipelineNames.ApproveUpdate)]
    public Task ApproveAsync(JobApproval approval)
    {
        _run.Take(approval);
        return Task.CompletedTask;
    }

    /// <summary>Rejects a word that does not fit, with the reason.</summary>
    /// <param name="approval">The word.</param>
    [WorkflowUpdateValidator(nameof(ApproveAsync))]
    public void ValidateApproval(JobApproval approval) => Reject(_run.ObjectionTo(approval));

    /// <summary>Adds a job that a running one asks for; the running one waits for it.</summary>
    /// <param name="spawn">What is asked for.</param>
    /// <returns>The id of the new job.</returns>
    [WorkflowUpdate(JobPipelineNames.SpawnUpdate)]
    public Task<string> SpawnAsync(JobSpawn spawn) => Task.FromResult(_run.Spawn(spawn));

    /// <summary>Rejects what is beyond the limits, with the reason.</summary>
    /// <param name="spawn">What is asked for.</param>
    [WorkflowUpdateValidator(nameof(SpawnAsync))]
    public void ValidateSpawn(JobSpawn spawn) => Reject(_run.ObjectionTo(spawn));

    private static void Reject(string? objection)
    {
        if (objection is not null)
        {
            throw new InvalidOperationException(objection);
        }
    }
}
