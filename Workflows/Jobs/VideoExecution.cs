using Temporalio.Exceptions;
using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Policies;

namespace TemporalVideo.Workflows.Jobs;

/// <summary>Has a video made by a workflow of its own, which is cancelled with the job.</summary>
internal static class VideoExecution
{
    public static async Task<string> RunAsync(JobPipelineInput input, JobTask task, CancellationToken cancellationToken)
    {
        var order = await Workflow.ExecuteActivityAsync(
            (IOrderVideo step) => step.OrderVideoAsync(task), JobPolicies.VideoStep(input, task, "orders its video", cancellationToken));
        var began = Workflow.UtcNow;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var made = new CancellationTokenSource();
        var late = CancelLateAsync(task.Node, limit, made.Token);
        VideoResult result;
        try
        {
            result = await Workflow.ExecuteChildWorkflowAsync(
                (VideoWorkflow video) => video.RunAsync(order), OptionsOf(input, order, limit.Token));
        }
        catch (Exception stop) when (TemporalException.IsCanceledException(stop) && !cancellationToken.IsCancellationRequested
            && limit.IsCancellationRequested)
        {
            throw new ApplicationFailureException(
                $"The video took longer than its limit of {task.Node.TimeoutSeconds} seconds (timeout_seconds) and was stopped.",
                errorType: FailureTypes.Timeout);
        }
        finally
        {
            made.Cancel();
            await late;
        }

        var kept = new JobVideo(task, result, (Workflow.UtcNow - began).TotalSeconds);
        return await Workflow.ExecuteActivityAsync(
            (IKeepVideo step) => step.KeepVideoAsync(kept), JobPolicies.VideoStep(input, task, "keeps its video", cancellationToken));
    }

    private static async Task CancelLateAsync(JobNode node, CancellationTokenSource limit, CancellationToken made)
    {
        try
        {
            await Workflow.DelayWithOptionsAsync(new(TimeSpan.FromSeconds(node.TimeoutSeconds), $"how long '{node.Id}' may take")
            {
                CancellationToken = made,
            });
            limit.Cancel();
        }
        catch (Exception stop) when (TemporalException.IsCanceledException(stop))
        {
            // It was made in time, or stopped with the pipeline.
        }
    }

    private static ChildWorkflowOptions OptionsOf(JobPipelineInput input, VideoInput order, CancellationToken cancellationToken)
    {
        return new ChildWorkflowOptions
        {
            Id = VideoWorkflowId.Of(order.Session),
            CancellationType = ChildWorkflowCancellationType.WaitCancellationCompleted,
            ParentClosePolicy = ParentClosePolicy.RequestCancel,
            Priority = VideoPriority.Of(order.Session, input.Interactive),
            StaticSummary = VideoStart.SummaryOf(order),
            Memo = VideoStart.MemoOf(order),
            TypedSearchAttributes = VideoStart.AttributesOf(order.Session),
            CancellationToken = cancellationToken,
        };
    }
}
