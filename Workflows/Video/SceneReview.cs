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

    /// <summary>Puts the feedback first in the segment's visual guidance: what a person asks for outweighs what was planned.</summary>
    private static Story Revised(Story story, Review review) => story with
    {
        Segments =
        [
            .. story.Segments.Select(segment => review.SegmentId is null || review.SegmentId == segment.Id
                ? segment with { VisualGuidance = $"{review.Feedback!.Trim().TrimEnd('.')}. {segment.VisualGuidance}" }
                : segment),
        ],
    };
}
