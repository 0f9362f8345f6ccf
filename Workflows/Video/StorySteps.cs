using Temporalio.Exceptions;
using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>The story, and its approval by a person when there is one.</summary>
internal static class StorySteps
{
    public static async Task TellAsync(VideoRun run)
    {
        run.Enter(VideoStage.Story, 10, "Writing the story");
        await GenerationSteps.RecordAsync(run);
        var feedback = new List<string>();
        run.Story = await TakeOverAsync(run) ?? await StoryRoom.WriteAsync(run, feedback);
        while (run.Input.Interactive)
        {
            run.Enter(VideoStage.StoryReview, 15, $"Waiting for approval of the story \"{run.Story.Title}\"");
            var review = await run.Reviews.AwaitAsync(ReviewSubject.Story, () => WaitingSteps.TellAsync(run, "story"));
            if (review.Approves)
            {
                break;
            }

            run.Enter(VideoStage.Story, 10, $"Revising the story: {review.Feedback}");
            run.Story = await ReviseAsync(run, feedback, review.Feedback!);
        }

        Workflow.UpsertMemo(MemoUpdate.ValueSet("title", run.Story.Title));
    }

    /// <summary>The story of a fork, which needs no writing; null without one.</summary>
    private static async Task<StoryDigest?> TakeOverAsync(VideoRun run)
    {
        if (run.Input.Fork is not { } origin)
        {
            return null;
        }

        run.Say(11, $"Taking over what stays of {origin.Parent.SessionId}");
        var task = new ForkTask { Session = run.Input.Session, Agent = AgentName.Orchestrator, Origin = origin };
        return await run.DoAsync(
            (IForkSession step) => step.ForkSessionAsync(task),
            run.Policies.Story(
                $"fork of {origin.Parent.SessionId}, {Counted.Of(origin.Changes.Count, "change")}", Workflow.CancellationToken));
    }

    /// <summary>A wish that the planner cannot fulfil does not end the session: the story stays as it was and the person is told.</summary>
    private static async Task<StoryDigest> ReviseAsync(VideoRun run, List<string> feedback, string wish)
    {
        feedback.Add(wish);
        try
        {
            return await StoryRoom.WriteAsync(run, feedback);
        }
        catch (ActivityFailureException failure) when (FailureReason.Of(failure) is { Type: FailureTypes.StorySource } reason)
        {
            feedback.RemoveAt(feedback.Count - 1);
            run.Say(15, $"The story stays as it was. {reason.Text}");
            return run.Story!;
        }
    }

    /// <summary>Puts into the story what a person has rewritten.</summary>
    /// <exception cref="ApplicationFailureException">That cannot be said; the story is as it was.</exception>
    public static async Task EditAsync(VideoRun run, IReadOnlyList<SegmentEdit> edits)
    {
        try
        {
            run.Story = await run.DoAsync(
                (IEditStory step) => step.EditStoryAsync(new EditTask
                {
                    Session = run.Input.Session,
                    Agent = AgentName.Orchestrator,
                    Version = run.Story!.Version ?? "",
                    Edits = edits,
                }),
                run.Policies.Story($"story, {Counted.Of(edits.Count, "segment")} rewritten", Workflow.CancellationToken));
        }
        catch (ActivityFailureException failure)
        {
            throw FailureReason.OfUpdate(failure);
        }
    }
}
