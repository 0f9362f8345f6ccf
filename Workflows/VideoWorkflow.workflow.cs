using Temporalio.Exceptions;
using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Video;

namespace TemporalVideo.Workflows;

/// <summary>Makes one video for one session.</summary>
[Workflow(VideoWorkflowNames.Workflow)]
public sealed class VideoWorkflow
{
    private readonly VideoRun _run;

    /// <summary>Prepares the state, so that queries and updates find it from the first moment.</summary>
    /// <param name="input">What to make.</param>
    [WorkflowInit]
    public VideoWorkflow(VideoInput input) => _run = new VideoRun(input);

    /// <summary>Makes the video.</summary>
    /// <param name="input">What to make.</param>
    /// <returns>Where it is, and what it cost.</returns>
    [WorkflowRun]
    public async Task<VideoResult> RunAsync(VideoInput input)
    {
        try
        {
            return await MakeAsync();
        }
        finally
        {
            // A client that still waits for the answer to its update gets it before the workflow ends.
            await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished, CancellationToken.None);
        }
    }

    /// <summary>The steps in order.</summary>
    private async Task<VideoResult> MakeAsync()
    {
        _run.Start();
        try
        {
            await SessionSteps.OpenAsync(_run, _run.Input.CostLimit, begins: true);
            await StorySteps.TellAsync(_run);
            if (!_run.Input.Settings.Stages.Scenes)
            {
                return await FinishEarlyAsync("The story is written; the pipeline goes no further (stages.scenes).");
            }

            await ReferenceSteps.MakeAsync(_run);
            await PrepareAsync();
            await SceneReview.HoldAsync(_run);
            if (!_run.Input.Settings.Stages.Videos)
            {
                return await FinishEarlyAsync("The scenes are drawn and spoken; the pipeline goes no further (stages.videos).");
            }

            var (video, composer) = await ComposeAsync();
            return await FinishAsync(video, composer);
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            return await GiveUpAsync(failure);
        }
    }

    /// <summary>The whole session at a glance.</summary>
    [WorkflowQuery(VideoWorkflowNames.StatusQuery)]
    public VideoState Status() => _run.State;

    /// <summary>The status messages behind a sequence number, oldest first.</summary>
    /// <param name="after">The sequence number of the last message that the caller has; 0 for all.</param>
    [WorkflowQuery(VideoWorkflowNames.StatusesQuery)]
    public IReadOnlyList<StatusMessage> Statuses(int after) => _run.Board.After(after);

    /// <summary>What the video has cost so far.</summary>
    [WorkflowQuery(VideoWorkflowNames.CostQuery)]
    public CostReport Cost() => _run.Costs.Report;

    /// <summary>The story as it stands, without its text, which is in the object store; null before there is one.</summary>
    [WorkflowQuery(VideoWorkflowNames.StoryboardQuery)]
    public StoryDigest? Storyboard() => _run.Story;

    /// <summary>Approves, as it is or as rewritten, or asks for a revision.</summary>
    /// <param name="review">The decision.</param>
    [WorkflowUpdate(VideoWorkflowNames.ReviewUpdate)]
    public Task ReviewAsync(Review review) => _run.Reviews.TakeAsync(review, edits => StorySteps.EditAsync(_run, edits));

    /// <summary>Rejects a review that does not fit, with the reason.</summary>
    /// <param name="review">The decision.</param>
    [WorkflowUpdateValidator(nameof(ReviewAsync))]
    public void ValidateReview(Review review)
    {
        if (_run.Reviews.Objection(review, _run.Story) is { } objection)
        {
            throw new InvalidOperationException(objection);
        }
    }

    /// <summary>Does what the update does, for clients that only send signals; a review that does not fit is ignored.</summary>
    /// <param name="review">The decision.</param>
    [WorkflowSignal(VideoWorkflowNames.ReviewSignal)]
    public async Task SubmitReviewAsync(Review review)
    {
        if (_run.Reviews.Objection(review, _run.Story) is not null)
        {
            return;
        }

        try
        {
            await ReviewAsync(review);
        }
        catch (FailureException failure)
        {
            _run.Say(15, $"The story stays as it was. {FailureReason.Of(failure).Text}");
        }
    }

    /// <summary>Decides on steps that have failed and wait for it.</summary>
    /// <param name="decision">What is done with them.</param>
    [WorkflowUpdate(VideoWorkflowNames.DecisionUpdate)]
    public Task DecideAsync(Decision decision) => _run.TakeAsync(decision);

    /// <summary>Rejects a decision that does not fit, with the reason.</summary>
    /// <param name="decision">What is done with them.</param>
    [WorkflowUpdateValidator(nameof(DecideAsync))]
    public void ValidateDecision(Decision decision)
    {
        if ((_run.Decisions.Objection(decision) ?? _run.Decisions.MissingWord(decision)) is { } objection)
        {
            throw new InvalidOperationException(objection);
        }
    }

    /// <summary>Does what the update does, for clients that only send signals; a decision that does not fit is ignored.</summary>
    /// <param name="decision">What is done with them.</param>
    [WorkflowSignal(VideoWorkflowNames.DecisionSignal)]
    public async Task SubmitDecisionAsync(Decision decision)
    {
        if (_run.Decisions.Objection(decision) is not null)
        {
            return;
        }

        try
        {
            await DecideAsync(decision);
        }
        catch (FailureException failure)
        {
            _run.SayMeanwhile($"Nothing is decided. {FailureReason.Of(failure).Text}");
        }
    }

    /// <summary>Agent2 and Agent4 side by side; when one fails the other is stopped (R-A3).</summary>
    private async Task PrepareAsync()
    {
        _run.Enter(VideoStage.Scenes, 25, "Drawing and speaking");
        await GenerationSteps.RecordAsync(_run);
        await Together.RunAsync(Workflow.CancellationToken, new Agent2(_run).RunAsync, new Agent4(_run).RunAsync);
        while (_run.Edits.Any)
        {
            await _run.Edits.TakeAsync(_run);
            _run.SayMeanwhile("What depends on the new words is made again");
            await Together.RunAsync(Workflow.CancellationToken, new Agent2(_run).RunAsync, new Agent4(_run).RunAsync);
        }
    }

    /// <summary>Agent5, and when it fails Agent6 on the same input (R-B1).</summary>
    private async Task<(CheckedVideo Video, AgentName Composer)> ComposeAsync()
    {
        _run.Enter(VideoStage.Composing, 40, "Rendering the clips");
        await GenerationSteps.RecordAsync(_run);
        try
        {
            return (await new Agent5(_run).RunAsync(Workflow.CancellationToken), AgentName.Agent5);
        }
        catch (Exception failure) when (FallbackHelps(failure))
        {
            _run.Enter(VideoStage.Fallback, 45, "Agent5 failed, starting Agent6 fallback...");
            return (await new Agent6(_run).RunAsync(Workflow.CancellationToken), AgentName.Agent6);
        }
    }

    private async Task<VideoResult> FinishAsync(CheckedVideo video, AgentName composer)
    {
        _run.Finish(composer, video);
        await SessionSteps.CloseAsync(_run);
        return Result(composer, video.Seconds) with
        {
            VideoKey = video.VideoKey,
            SubtitleKeys = video.SubtitleKeys,
            VideoUrl = video.VideoUrl,
            SubtitleUrls = video.SubtitleUrls,
            Conform = video.Conform,
            Quality = video.Quality,
            Worst = video.Worst,
        };
    }

    /// <summary>Ends where the pipeline ends.</summary>
    private async Task<VideoResult> FinishEarlyAsync(string text)
    {
        _run.FinishEarly(text);
        await SessionSteps.CloseAsync(_run);
        return Result(AgentName.Orchestrator, _run.Story!.Segments.Sum(segment => segment.Duration));
    }

    private VideoResult Result(AgentName composer, double seconds) => new()
    {
        Session = _run.Input.Session,
        Title = _run.Story!.Title,
        Seconds = seconds,
        Segments = _run.Story.Segments.Count,
        StoryScore = _run.StoryScore,
        SceneScore = _run.SceneScore,
        ComposedBy = composer,
        Cost = _run.Costs.Report,
        Quote = _run.Input.Quote,
        TookSeconds = (Workflow.UtcNow - Workflow.Info.StartTime).TotalSeconds,
    };

    /// <summary>Says why there is no video, in the messages and in the row, and ends the workflow as failed or cancelled.</summary>
    private async Task<VideoResult> GiveUpAsync(Exception failure)
    {
        var cancelled = Workflow.CancellationToken.IsCancellationRequested && TemporalException.IsCanceledException(failure);
        var reason = cancelled ? new FailureReason(FailureTypes.Cancelled, "The session was cancelled.") : FailureReason.Of(failure);
        _run.Fail(cancelled ? VideoOutcome.Cancelled : VideoOutcome.Failed, reason);
        await SessionSteps.CloseAsync(_run, reason.Text);
        throw cancelled
            ? failure
            : new ApplicationFailureException(reason.Text, failure, reason.Type, nonRetryable: true);
    }

    private bool FallbackHelps(Exception failure) =>
        IsFailure(failure)
        && !Workflow.CancellationToken.IsCancellationRequested
        && !_run.Decisions.GivenUp
        && FailureReason.Of(failure).Agent6Helps;

    /// <summary>Other exceptions are faults of this code: they fail the workflow task, which is tried again after a repair.</summary>
    private static bool IsFailure(Exception failure) => failure is FailureException or OperationCanceledException;
}
