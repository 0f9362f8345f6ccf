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
            var review = await run.Reviews.AwaitAsync(ReviewSubject.Scenes);
            if (review.Approves)
            {
                return;
            }

            run.Enter(VideoStage.Scenes, 25, $"Drawing again{(review.SegmentId is { } id ? $" {id}" : "")}: {review.Feedback}");
            run.Story = Revised(run.Story!, review);
            await new Agent2(run).RunAsync(Workflow.CancellationToken);
        }
    }

    /// <summary>Adds the feedback to the segments that it is about, and puts it first in their visual guidance: it outweighs what was planned.</summary>
    private static Story Revised(Story story, Review review) => story with
    {
        Segments =
        [
            .. story.Segments.Select(segment => review.SegmentId is null || review.SegmentId == segment.Id
                ? segment with
                {
                    Feedback = [.. segment.Feedback, review.Feedback!.Trim()],
                    VisualGuidance = $"{review.Feedback!.Trim().TrimEnd('.')}. {segment.VisualGuidance}",
                }
                : segment),
        ],
    };
}
