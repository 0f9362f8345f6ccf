using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows;

/// <summary>
/// What a schedule starts: a pipeline with an id of its own, made from the name of the schedule and the time. It ends with the pipeline, so
/// that the schedule knows whether the last one still runs.
/// </summary>
[Workflow(JobPipelineNames.ScheduledWorkflow)]
public sealed class ScheduledPipelineWorkflow
{
    /// <summary>Runs the pipeline.</summary>
    /// <param name="input">The pipeline; its id is the name of the schedule.</param>
    /// <returns>Where every job stands at the end.</returns>
    [WorkflowRun]
    public Task<JobPipelineState> RunAsync(JobPipelineInput input)
    {
        var (key, now) = (input.Pipeline, Workflow.UtcNow);
        var pipeline = new SessionKey(key.UserId, $"{key.SessionId}-{now:yyyyMMdd-HHmmss}");
        var due = input with { Pipeline = pipeline };
        return Workflow.ExecuteChildWorkflowAsync(
            (JobPipelineWorkflow workflow) => workflow.RunAsync(due),
            new ChildWorkflowOptions
            {
                Id = JobPipelineId.Of(pipeline),
                CancellationType = ChildWorkflowCancellationType.WaitCancellationCompleted,
                ParentClosePolicy = ParentClosePolicy.RequestCancel,
                Priority = VideoPriority.Of(pipeline, due.Interactive),
                StaticSummary = $"Pipeline: {input.Template}",
            });
    }
}
