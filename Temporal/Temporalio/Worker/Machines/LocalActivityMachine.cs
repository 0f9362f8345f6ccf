using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Worker.Runs;
using Temporalio.Workflows;

namespace Temporalio.Worker.Machines;

/// <summary>States of a <see cref="LocalActivityMachine"/>.</summary>
internal enum LocalActivityState
{
    Created,
    Requested,
    Resolved,
}

/// <summary>What can happen to a <see cref="LocalActivityMachine"/>.</summary>
internal enum LocalActivityInput
{
    Request,
    CancelNow,
    CancelAndWait,
    Resolve,
}

/// <summary>How a local activity ended, or that it is to be tried again after a timer.</summary>
internal sealed record LocalActivityOutcome(Payloads? Result, Failure? Failure, int Attempt)
{
    public TimeSpan? Backoff { get; init; }

    public DateTime? FirstScheduled { get; init; }

    /// <summary>Workflow time at which it ended; null when it does not move the clock.</summary>
    public DateTime? CompleteTime { get; init; }
}

/// <summary>An activity run inside the worker; its only trace is a marker with its outcome.</summary>
internal sealed class LocalActivityMachine(LocalActivityRequest request)
    : TableMachine<LocalActivityMachine, LocalActivityState, LocalActivityInput>
{
    /// <summary>Its markers are compared with all others.</summary>
    public static readonly MachineKind Kind = MachineKind.Of<WorkflowCommand.ScheduleLocalActivity>(
        (c, _) => new LocalActivityMachine(c.Request) { Seq = c.Seq }, []);

    public static readonly TransitionTable<LocalActivityMachine, LocalActivityState, LocalActivityInput> Transitions = new()
    {
        { LocalActivityState.Created, LocalActivityInput.Request, LocalActivityState.Requested },
        { LocalActivityState.Requested, LocalActivityInput.CancelAndWait, LocalActivityState.Requested },
        { LocalActivityState.Requested, LocalActivityInput.CancelNow, LocalActivityState.Resolved, (m, _) => m.Resolved(m.Canceled()) },
        { LocalActivityState.Requested, LocalActivityInput.Resolve, LocalActivityState.Resolved, (m, _) => m.Resolved(m._outcome!) },
        { LocalActivityState.Resolved, LocalActivityInput.CancelAndWait, LocalActivityState.Resolved },
        { LocalActivityState.Resolved, LocalActivityInput.CancelNow, LocalActivityState.Resolved },
    };

    private LocalActivityOutcome? _outcome;

    public LocalActivityRequest Request => request;

    public override string Description => $"local activity {request.ActivityId} ({request.ActivityType})";

    protected override TransitionTable<LocalActivityMachine, LocalActivityState, LocalActivityInput> Table => Transitions;

    public override IReadOnlyList<MachineEffect> Start() => Fire(LocalActivityInput.Request);

    public override IReadOnlyList<MachineEffect> Cancel() => Fire(
        request.CancellationType == ActivityCancellationType.WaitCancellationCompleted
            ? LocalActivityInput.CancelAndWait
            : LocalActivityInput.CancelNow);

    public IReadOnlyList<MachineEffect> Resolve(LocalActivityOutcome outcome)
    {
        _outcome = outcome;
        return Fire(LocalActivityInput.Resolve);
    }

    /// <summary>The marker of this machine has been found; nothing more to do.</summary>
    protected override LocalActivityInput? InputOf(EventType type) => null;

    public override IReadOnlyList<MachineEffect> Handle(Temporalio.Api.History.V1.HistoryEvent historyEvent) =>
        historyEvent.EventType == EventType.MarkerRecorded ? [] : base.Handle(historyEvent);

    private LocalActivityOutcome Canceled() => new(
        null,
        new Failure { Message = "Local Activity cancelled", CanceledFailureInfo = new() },
        request.Attempt);

    private IEnumerable<MachineEffect> Resolved(LocalActivityOutcome outcome)
    {
        var marker = new LocalActivityMarker(
            request.Seq,
            outcome.Attempt,
            request.ActivityId,
            request.ActivityType,
            outcome.CompleteTime is { } completed ? MarkerJson.Seconds.Of(completed) : null,
            outcome.Backoff is { } backoff ? MarkerJson.Seconds.Of(backoff) : null,
            outcome.FirstScheduled is { } first ? MarkerJson.Seconds.Of(first) : null);
        yield return new MachineEffect.Issue(new(marker.ToCommand(outcome.Result, outcome.Failure), this));
        yield return new MachineEffect.Tell(outcome.Backoff is { } wait
            ? new WorkflowJob.LocalActivityBackoff(request.Seq, outcome.Attempt + 1, wait, outcome.FirstScheduled ?? DateTime.UnixEpoch)
            : new WorkflowJob.ActivityResolved(request.Seq, outcome.Result, outcome.Failure is { } failure ? Outer(failure) : null));
    }

    private Failure Outer(Failure cause) => new()
    {
        Message = cause.CanceledFailureInfo is null ? "Activity task failed" : "Activity cancelled",
        Cause = cause,
        ActivityFailureInfo = new()
        {
            ActivityId = request.ActivityId,
            ActivityType = new() { Name = request.ActivityType },
            RetryState = cause.CanceledFailureInfo is not null ? RetryState.CancelRequested
                : cause.TimeoutFailureInfo is not null ? RetryState.Timeout
                : cause.ApplicationFailureInfo?.NonRetryable == true ? RetryState.NonRetryableFailure
                : RetryState.MaximumAttemptsReached,
        },
    };
}
