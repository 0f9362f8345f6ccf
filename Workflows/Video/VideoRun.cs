using System.Linq.Expressions;
using Temporalio.Exceptions;
using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Policies;

namespace TemporalVideo.Workflows.Video;

/// <summary>The state of one run: what the queries show and the agents work with.</summary>
internal sealed class VideoRun(VideoInput input)
{
    private VideoStage _stage = VideoStage.Opening;
    private VideoOutcome _outcome = VideoOutcome.Running;
    private DecisionDesk? _decisions;

    public VideoInput Input => input;

    public ActivityPolicies Policies { get; } = new(input.Settings, VideoPriority.Of(input.Session, input.Interactive));

    public StatusBoard Board { get; } = new(input.Session, () => Workflow.UtcNow);

    public CostLedger Costs { get; } = new(input.Settings.Prices, input.CostLimit);

    public ReviewDesk Reviews { get; } = new(input.Settings);

    public DecisionDesk Decisions => _decisions ??= new DecisionDesk(
        input, Costs, ShowStage, step => WaitingSteps.TellAsync(this, step.Id, step.Reason));

    public StoryDigest? Story { get; set; }

    /// <summary>What the critic gave the story, 0 to 100; null where none was asked.</summary>
    public int? StoryScore { get; set; }

    /// <summary>What the critic gave the scenes, 0 to 100; null where none was asked.</summary>
    public int? SceneScore { get; set; }

    /// <summary>Whether the story is the version that has the scenes in words.</summary>
    public bool ScenesAreWritten { get; set; }

    /// <summary>What a person has written anew for steps that had failed.</summary>
    public StepEdits Edits { get; } = new();

    /// <summary>What a person asked of the pictures, oldest first.</summary>
    public List<SceneWish> SceneWishes { get; } = [];

    public CheckedVideo? Video { get; private set; }

    public VideoState State => new()
    {
        Session = input.Session,
        Stage = _stage,
        Outcome = _outcome,
        Agents = Board.Newest(),
        LastSequence = Board.LastSequence,

        // Who has ended waits for nobody, whatever it waited for when it was stopped.
        WaitingFor = _outcome == VideoOutcome.Running ? Reviews.WaitingFor : null,
        Parked = _outcome == VideoOutcome.Running ? Decisions.Parked : null,
        Title = Story?.Title,
        Parent = input.Fork?.Parent,
        StoryScore = StoryScore,
        SceneScore = SceneScore,
        VideoKey = Video?.VideoKey,
        VideoUrl = Video?.VideoUrl,
    };

    public AgentReport ReportOf(AgentName agent) => new(agent, Board, Costs, ShowDetails);

    /// <summary>Has a step done; the loss of workers does not count among its attempts.</summary>
    public Task<T> DoAsync<TStep, T>(Expression<Func<TStep, Task<T>>> step, ActivityOptions options) =>
        StepExecution.RunAsync(step, options, input.Settings.MaxLostWorkers);

    /// <summary>Has something done that only tells of the session. That it cannot be done stops nothing; it is said.</summary>
    /// <param name="step">What is done.</param>
    /// <param name="summary">It, in a few words.</param>
    /// <param name="otherwise">What is said when it cannot be done.</param>
    public async Task DoAsideAsync<TStep>(Expression<Func<TStep, Task>> step, string summary, string otherwise)
    {
        try
        {
            await Workflow.ExecuteActivityAsync(step, Policies.Aside(summary, Workflow.CancellationToken));
        }
        catch (ActivityFailureException failure) when (!TemporalException.IsCanceledException(failure))
        {
            SayMeanwhile($"{otherwise} {FailureReason.Of(failure).Text}");
        }
    }

    /// <summary>
    /// Takes a decision that has no objection; a raised limit, and a person's word on lost calls, are in the book before anything is
    /// tried again.
    /// </summary>
    /// <exception cref="ApplicationFailureException">The book could not be written; nothing was decided.</exception>
    public async Task TakeAsync(Decision decision)
    {
        try
        {
            if (decision.CostLimit is { } limit)
            {
                await SessionSteps.OpenAsync(this, limit);
                Costs.Limit = limit;
            }

            if (decision.Paid is { } paid && Decisions.Unclear(decision) is { Count: > 0 } unclear)
            {
                await SessionSteps.SettleAsync(this, paid, unclear);
            }

            if (decision.Choice == StepChoice.Edit)
            {
                await Decisions.EditAsync(decision, (version, edit) => Edits.WriteAsync(this, version, edit));
            }
        }
        catch (ActivityFailureException failure)
        {
            throw FailureReason.OfUpdate(failure);
        }

        Decisions.Take(decision);
    }

    /// <summary>Says that the session begins.</summary>
    public void Start()
    {
        Board.Say(AgentName.Orchestrator, AgentStatus.Starting, message => message);
        Workflow.UpsertTypedSearchAttributes(
            VideoSearchAttributes.User.ValueSet(input.Session.UserId),
            VideoSearchAttributes.Session.ValueSet(input.Session.SessionId),
            VideoSearchAttributes.Stage.ValueSet(_stage.ToString()),
            VideoSearchAttributes.Outcome.ValueSet(_outcome.ToString()));
        ShowDetails();
    }

    /// <summary>Goes to the next stage and says so.</summary>
    public void Enter(VideoStage stage, int progress, string text)
    {
        _stage = stage;
        Workflow.UpsertTypedSearchAttributes(VideoSearchAttributes.Stage.ValueSet(stage.ToString()));
        Say(progress, text);
    }

    /// <summary>Says where the session stands.</summary>
    public void Say(int progress, string text)
    {
        Board.Say(AgentName.Orchestrator, AgentStatus.Processing, message => message with { Progress = progress, Message = text });
        ShowDetails();
    }

    /// <summary>Says something that does not change how far the session is.</summary>
    public void SayMeanwhile(string text) =>
        Say(Board.Newest().Single(message => message.Agent == AgentName.Orchestrator).Progress ?? 0, text);

    /// <summary>Ends with a video.</summary>
    public void Finish(AgentName composer, CheckedVideo video)
    {
        Video = video;
        var cost = Costs.Report;
        Close(composer == AgentName.Agent5 ? VideoOutcome.Finished : VideoOutcome.FinishedByFallback);
        Board.Say(AgentName.Orchestrator, AgentStatus.Finished, message => message with
        {
            Progress = 100,
            VideoKey = video.VideoKey,
            VideoUrl = video.VideoUrl,
            Cost = cost.Charged,
            CostEstimate = cost.Estimate,
            Message = cost.Line,
        });
        ShowDetails();
    }

    /// <summary>Ends before there is a video, because the pipeline goes no further.</summary>
    public void FinishEarly(string text)
    {
        Close(VideoOutcome.Finished);
        Board.Say(AgentName.Orchestrator, AgentStatus.Finished, message => message with
        {
            Progress = 100,
            Cost = Costs.Report.Charged,
            CostEstimate = Costs.Report.Estimate,
            Message = text,
        });
        ShowDetails();
    }

    /// <summary>Ends without a video.</summary>
    public void Fail(VideoOutcome outcome, FailureReason reason)
    {
        Close(outcome);
        Board.Say(AgentName.Orchestrator, AgentStatus.Error, message => message with
        {
            Error = reason.Type,
            Reason = reason.Text,
            Cost = Costs.Report.Charged,
        });
        ShowDetails();
    }

    /// <summary>Adds a remark to what the orchestrator said last.</summary>
    public void SayAfterTheEnd(string text)
    {
        var last = Board.Newest().Single(message => message.Agent == AgentName.Orchestrator);
        Board.Say(AgentName.Orchestrator, last.Status, message => last with
        {
            Sequence = message.Sequence,
            Timestamp = message.Timestamp,
            Message = last.Message is null ? text : $"{last.Message}. {text}",
        });
        ShowDetails();
    }

    private void Close(VideoOutcome outcome)
    {
        (_stage, _outcome) = (VideoStage.Closed, outcome);
        Workflow.UpsertTypedSearchAttributes(
            VideoSearchAttributes.Stage.ValueSet(_stage.ToString()),
            VideoSearchAttributes.Outcome.ValueSet(_outcome.ToString()));
    }

    /// <summary>Steps that wait are found by the search attribute; elsewhere it says the stage.</summary>
    private void ShowStage() => Workflow.UpsertTypedSearchAttributes(VideoSearchAttributes.Stage.ValueSet(
        Decisions.Parked is null ? _stage.ToString() : VideoSearchAttributes.Parked));

    private void ShowDetails() => Workflow.CurrentDetails = Board.ToMarkdown();
}
