using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>The approval of the scenes by a person, when there is one.</summary>
internal static class SceneReview
{
    public static async Task HoldAsync(VideoRun run)
    {
        while (run.Input.Interactive)
        {
            run.Enter(VideoStage.ScenesReview, 35, "Waiting for approval of the scenes");
            var review = await run.Reviews.AwaitAsync(ReviewSubject.Scenes, () => WaitingSteps.TellAsync(run, "scenes"));
            if (review.Approves)
            {
                return;
            }

            run.Enter(VideoStage.Scenes, 25, review.Take is { } take ? $"Showing take {take} of {review.SegmentId}"
                : $"Drawing again{(review.SegmentId is { } id ? $" {id}" : "")}: {review.Feedback}");
            run.SceneWishes.Add(new SceneWish(review.SegmentId, review.Feedback?.Trim() ?? "") { Take = review.Take });
            await new Agent2(run).RunAsync(Workflow.CancellationToken);
        }
    }
}
