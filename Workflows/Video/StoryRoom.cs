using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Policies;

namespace TemporalVideo.Workflows.Video;

/// <summary>
/// Director and critic: the story is written and judged, and below the threshold written again with the critique, up to the limit. The
/// best is kept.
/// </summary>
internal static class StoryRoom
{
    public static async Task<StoryDigest> WriteAsync(VideoRun run, IReadOnlyList<string> feedback)
    {
        var settings = run.Input.Settings;
        if (!Workflow.Patched(Patches.StoryRoom) || !settings.Stages.Story || !settings.Quality.Enabled)
        {
            return await DirectAsync(run, feedback, new Round(0, null));
        }

        StoryDigest? best = null;
        StoryVerdict? bestVerdict = null;
        StoryVerdict? verdict = null;
        for (var round = 1; round <= settings.StoryRounds; round++)
        {
            var story = await DirectAsync(run, feedback, new Round(round, verdict));
            verdict = await JudgeAsync(run, story, round);
            run.Say(12, $"Story, round {round} of {settings.StoryRounds}: {verdict.Score} of 100");
            if (bestVerdict is null || verdict.Score > bestVerdict.Score)
            {
                (best, bestVerdict) = (story, verdict);
            }

            if (verdict.Score >= settings.Quality.Good || !story.CanRevise)
            {
                break;
            }
        }

        run.StoryScore = bestVerdict!.Score;
        if (bestVerdict.Score < settings.Quality.Acceptable)
        {
            run.Say(13, $"The story is poor, {bestVerdict.Score} of 100: {string.Join("; ", bestVerdict.Remarks.Take(2))}");
        }

        return best!;
    }

    private static Task<StoryDigest> DirectAsync(VideoRun run, IReadOnlyList<string> feedback, Round round)
    {
        var task = new StoryTask
        {
            Session = run.Input.Session,
            Agent = AgentName.Orchestrator,
            Price = run.Costs.PriceOf(PieceKind.Story, AgentName.Orchestrator),
            SourceKind = run.Input.SourceKind,
            TargetSeconds = run.Input.TargetSeconds,
            MaxSeconds = run.Input.Settings.MaxVideoSeconds,
            Verbatim = run.Input.Verbatim,
            LessonFolder = run.Input.LessonFolder,
            LessonPictures = run.Input.Settings.Stages.ReferenceImages ? run.Input.LessonPictures : new Dictionary<string, string>(),
            Sound = run.Input.Sound,
            Size = run.Input.Size,
            Shape = run.Input.Shape,
            Audience = run.Input.Audience,
            Product = run.Input.Product,
            Round = round.Number,
            Critique = round.Before?.Remarks,
            Feedback = feedback.ToArray(),
        };
        return DecidedAsync(run, "story", () => run.Costs.PayAsync(AgentName.Orchestrator, PieceKind.Story, null, () => run.DoAsync(
            (IPlanStory step) => step.PlanStoryAsync(task),
            run.Policies.ByService(PieceKind.Story, run.Policies.Story(SummaryOf(feedback, round), Workflow.CancellationToken)))));
    }

    private static async Task<StoryVerdict> JudgeAsync(VideoRun run, StoryDigest story, int round)
    {
        var task = new JudgeTask
        {
            Session = run.Input.Session,
            Agent = AgentName.Orchestrator,
            Version = story.Version ?? "",
            SourceKind = run.Input.SourceKind,
            TargetSeconds = run.Input.TargetSeconds,
            Audience = run.Input.Audience,
            Good = run.Input.Settings.Quality.Good,
        };
        var verdict = await DecidedAsync(run, "story-critic", () => run.DoAsync(
            (IJudgeStory step) => step.JudgeStoryAsync(task),
            run.Policies.ByService(
                PieceKind.Story, run.Policies.Story($"critic: story, round {round}", Workflow.CancellationToken))));
        run.Costs.Add(AgentName.Orchestrator, PieceKind.Story, verdict.Cost);
        return verdict;
    }

    /// <summary>When a step fails for good, a person may have it tried again. A wish that cannot be fulfilled is told at once.</summary>
    private static Task<T> DecidedAsync<T>(VideoRun run, string what, Func<Task<T>> make)
        where T : class => run.Decisions.MakeAsync(
            new StepOffer<T>(AgentName.Orchestrator, what, PieceKind.Story),
            (text, _) => run.SayMeanwhile(text),
            _ => make(),
            Workflow.CancellationToken);

    private static string SummaryOf(IReadOnlyList<string> feedback, Round round) =>
        (feedback.Count == 0 ? "story" : $"story, revision {feedback.Count}")
        + (round.Before is { } before ? $", round {round.Number} (before: {before.Score} of 100)" : "");

    /// <summary>A writing of the story, and what was said of the one before.</summary>
    private sealed record Round(int Number, StoryVerdict? Before);
}
