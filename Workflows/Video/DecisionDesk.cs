using Temporalio.Exceptions;
using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Policies;

namespace TemporalVideo.Workflows.Video;

/// <summary>What is done with steps that have used up their attempts: what the pipeline says, or a person, who is waited for.</summary>
/// <param name="input">What the session was ordered to be.</param>
/// <param name="costs">Knows the limit.</param>
/// <param name="changed">Called when a step begins or ends to wait.</param>
/// <param name="tell">Says that a step waits for a person.</param>
internal sealed class DecisionDesk(VideoInput input, CostLedger costs, Action changed, Func<ParkedStep, Task> tell)
{
    private const int LongestText = 4000;

    private readonly List<Waiting> _waiting = [];
    private bool _editing;

    /// <summary>The steps that wait for a person, the oldest first; null when none does.</summary>
    public IReadOnlyList<ParkedStep>? Parked => _waiting.Count == 0 ? null : [.. _waiting.Select(waiting => waiting.Step)];

    /// <summary>Whether somebody has decided that the session is to fail.</summary>
    public bool GivenUp { get; private set; }

    /// <summary>Has a piece made; when that fails for good, does what is decided.</summary>
    /// <param name="offer">What can be done then.</param>
    /// <param name="report">Where it is said.</param>
    /// <param name="make">Makes it: told whether by this machine and not by a service.</param>
    /// <param name="cancellationToken">Stops the work, and the waiting.</param>
    public Task<T> MakeAsync<T>(
        StepOffer<T> offer, AgentReport report, Func<bool, Task<T>> make, CancellationToken cancellationToken)
        where T : class => MakeAsync(offer, report.Waiting, make, cancellationToken);

    /// <inheritdoc cref="MakeAsync{T}(StepOffer{T}, AgentReport, Func{bool, Task{T}}, CancellationToken)"/>
    public async Task<T> MakeAsync<T>(
        StepOffer<T> offer, Action<string, string?> say, Func<bool, Task<T>> make, CancellationToken cancellationToken)
        where T : class
    {
        for (var local = false; ;)
        {
            try
            {
                return await make(local);
            }
            catch (FailureException failure) when (!TemporalException.IsCanceledException(failure))
            {
                var reason = FailureReason.Of(failure);
                costs.Add(offer.Agent, offer.Kind, failure is ActivityFailureException step ? PaidDetail.In(step) : 0);
                var (choice, edited) = await ChooseAsync(offer, local, reason, say, cancellationToken);
                switch (choice)
                {
                    case StepChoice.Retry:
                        break;
                    case StepChoice.Edit:
                        await offer.Edit!.GoOnAsync(edited!);
                        break;
                    case StepChoice.Skip:
                        return offer.Without!;
                    case StepChoice.Fallback when !offer.FallsBackToAgent6:
                        local = true;
                        break;
                    default:
                        throw;
                }
            }
        }
    }

    /// <summary>Says why a decision does not fit now; null when it does.</summary>
    public string? Objection(Decision decision)
    {
        var ids = _waiting.Select(waiting => waiting.Step.Id).ToList();
        return ids.Count == 0 ? "No step waits for a decision."
            : decision.Steps.FirstOrDefault(id => !ids.Contains(id)) is { } unknown
                ? $"No step '{unknown}' waits for a decision; there are {string.Join(", ", ids)}."
            : Meant(decision).FirstOrDefault(waiting => !waiting.Step.Options.Contains(decision.Choice)) is { } other
                ? $"{other.Step.Id} cannot be decided so: {string.Join(", ", other.Step.Options).ToLowerInvariant()}."
            : decision.Choice == StepChoice.Edit && EditObjection(decision) is { } objection ? objection
            : decision.CostLimit < costs.Limit ? $"The limit of ${costs.Limit} can only be raised."
            : null;
    }

    /// <summary>Writes the segment of a decision anew, for the step that waits; when it cannot be done, the step waits on.</summary>
    /// <param name="decision">An edit without objection.</param>
    /// <param name="write">Makes a version of the story from a version and the edit.</param>
    public async Task EditAsync(Decision decision, Func<string, SegmentEdit, Task<string>> write)
    {
        var waiting = Meant(decision).Single();
        var (id, text) = (waiting.Step.SegmentId!, decision.Text!.Trim());
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var edit = waiting.Edit!.IsPicture ? new SegmentEdit(id) { Picture = text } : new SegmentEdit(id) { Sentences = lines };
        _editing = true;
        try
        {
            waiting.Edited = await write(waiting.Edit.Version(), edit);
        }
        finally
        {
            _editing = false;
        }
    }

    private string? EditObjection(Decision decision) =>
        string.IsNullOrWhiteSpace(decision.Text) ? "An edit needs the new words (text)."
        : decision.Text.Length > LongestText ? $"The new words are longer than {LongestText} letters."
        : _editing ? "Another edit is being taken. Say it again when it is."
        : Meant(decision).ToList() is { Count: > 1 } several
            ? $"Say which step is edited: {string.Join(", ", several.Select(waiting => waiting.Step.Id))}."
        : null;

    /// <summary>The steps of a decision to try again that made calls whose answers were lost.</summary>
    public IReadOnlyList<PaidStep> Unclear(Decision decision) => decision.Choice is not (StepChoice.Retry or StepChoice.Edit) ? [] :
    [
        .. Meant(decision).Where(waiting => waiting.Step.Error == FailureTypes.PaymentUnclear)
            .Select(waiting => new PaidStep(waiting.Step.Agent, waiting.Step.SegmentId, waiting.Step.LostCall)),
    ];

    /// <summary>What has to be said with a decision, because a call may have been paid; null when nothing has.</summary>
    public string? MissingWord(Decision decision) => decision.Paid is null && Unclear(decision) is [var step, ..]
        ? $"A call of {step.Agent} for {step.SegmentId ?? "the whole video"} may have been paid, and its answer is lost. "
            + "Look into the provider's account, and say with the decision whether it was paid (--paid yes or no)."
        : null;

    /// <summary>Takes a decision that has no objection.</summary>
    public void Take(Decision decision)
    {
        foreach (var waiting in Meant(decision))
        {
            (waiting.Choice, waiting.By) = (decision.Choice, decision.By);
        }
    }

    private IEnumerable<Waiting> Meant(Decision decision) =>
        _waiting.Where(waiting => decision.Concerns(waiting.Step.Id)).ToList();

    private async Task<(StepChoice Choice, string? Edited)> ChooseAsync<T>(
        StepOffer<T> offer, bool local, FailureReason reason, Action<string, string?> say, CancellationToken cancellationToken)
        where T : class
    {
        // What the source itself does not give is told at once: no decision changes it.
        if (reason.Type == FailureTypes.StorySource)
        {
            return (StepChoice.Fail, null);
        }

        var options = offer.Options(reason, local);
        var choice = PolicyFor(reason) switch
        {
            FailurePolicy.Skip when options.Contains(StepChoice.Skip) => StepChoice.Skip,
            FailurePolicy.Skip or FailurePolicy.Fallback when options.Contains(StepChoice.Fallback) => StepChoice.Fallback,
            FailurePolicy.Park => (StepChoice?)null,
            _ => StepChoice.Fail,
        };

        // Where a step fails, and where Agent6 takes over, runs of earlier releases did the same.
        var asBefore = choice == StepChoice.Fail || (choice == StepChoice.Fallback && offer.FallsBackToAgent6);
        if (asBefore || !Workflow.Patched(Patches.DecisionsOnFailedSteps))
        {
            return (StepChoice.Fail, null);
        }

        if (choice is { } made)
        {
            say($"{offer.Id}: {Name(made)}, because {reason.Text}", offer.SegmentId);
            return (made, null);
        }

        return await AskAsync(offer.Id, new ParkedStep
        {
            Id = offer.Id,
            Agent = offer.Agent,
            SegmentId = offer.SegmentId,
            Error = reason.Type,
            Reason = reason.Text,
            LostCall = reason.LostCall,
            Options = options,
            Price = input.Settings.Prices.EstimateOf(offer.Kind),
            Until = Workflow.UtcNow.AddHours(input.Settings.OnFailure.Hours),
        }, offer.Edit, say, cancellationToken);
    }

    private async Task<(StepChoice Choice, string? Edited)> AskAsync(
        string id, ParkedStep step, StepEdit? edit, Action<string, string?> say, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(step, edit);
        _waiting.Add(waiting);
        var options = string.Join(", ", step.Options).ToLowerInvariant();
        say($"{id} waits for a decision ({options}): {step.Reason}", step.SegmentId);
        changed();
        try
        {
            await tell(step);
            var decided = await Workflow.WaitConditionWithOptionsAsync(new WaitConditionOptions
            {
                ConditionCheck = () => waiting.Choice is not null,
                Timeout = TimeSpan.FromHours(input.Settings.OnFailure.Hours),
                TimeoutSummary = $"how long a person has to decide on {id}",
                CancellationToken = cancellationToken,
            });
            GivenUp |= waiting.Choice is null or StepChoice.Fail;
            say(
                decided
                    ? $"{id}: {Name(waiting.Choice!.Value)}, as {waiting.By ?? "somebody"} decided"
                    : $"{id}: nobody decided within {input.Settings.OnFailure.Hours} hours",
                step.SegmentId);
            return (waiting.Choice ?? StepChoice.Fail, waiting.Edited);
        }
        finally
        {
            _waiting.Remove(waiting);
            changed();
        }
    }

    private FailurePolicy PolicyFor(FailureReason reason)
    {
        var handling = input.Settings.OnFailure;
        return input.Interactive ? handling.Interactive
            : reason.Type is FailureTypes.CostLimit ? handling.Limit
            : handling.Automated;
    }

    private static string Name(StepChoice choice) => choice.ToString().ToLowerInvariant();

    private sealed class Waiting(ParkedStep step, StepEdit? edit)
    {
        public ParkedStep Step => step;

        public StepEdit? Edit => edit;

        /// <summary>The version of the story that an edit has made.</summary>
        public string? Edited { get; set; }

        public StepChoice? Choice { get; set; }

        public string? By { get; set; }
    }
}
