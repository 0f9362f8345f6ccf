using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Worker.Histories;
using Temporalio.Worker.Machines;

namespace Temporalio.Worker.Runs;

/// <summary>What history and the workflow's code have to do with each other in one run: events in, jobs out; commands in, a completion out.</summary>
internal sealed class RunMachines(string namespaceName)
{
    private readonly Dictionary<long, Machine> _byEventId = [];
    private readonly Dictionary<(Type Kind, uint Seq), Machine> _bySeq = [];
    private readonly SortedSet<string> _patches = new(StringComparer.Ordinal);
    private readonly HashSet<string> _recordedPatches = [];
    private readonly UpdateLedger _updates = new();
    private readonly List<Message> _messages = [];
    private List<WorkflowJob> _jobs = [];
    private bool _replaying;
    private bool _sawCompletion;

    public SdkFlags Flags { get; } = new();

    public CommandQueue Commands { get; } = new();

    public LocalActivityLedger LocalActivities { get; } = new();

    /// <summary>Id of the run that random values come from, once known.</summary>
    public HistoryEvent? Started { get; private set; }

    /// <summary>Takes the events of a sequence and what the poll brought with it; the jobs are then in <see cref="TakeJobs"/>.</summary>
    public void Begin(WorkflowTaskSequence sequence, bool replaying, IEnumerable<Message> updates)
    {
        _replaying = replaying;
        _messages.Clear();
        _sawCompletion = false;
        Commands.AwaitConfirmation();
        LookAhead(sequence);
        _updates.Receive(updates);
        _updates.ReceiveAccepted(sequence.Outcome);
        for (var i = 0; i < sequence.Events.Count; i++)
        {
            var e = sequence.Events[i];
            if (sequence.EndsInTask)
            {
                _jobs.AddRange(_updates.DeliverBefore(e));
            }

            if (SkipsDeprecatedPatch(sequence.Events, ref i))
            {
                continue;
            }

            Apply(e);
        }

        if (sequence.EndsInTask)
        {
            _jobs.AddRange(_updates.DeliverBefore(null));
        }

        if (_sawCompletion)
        {
            Commands.RequireConfirmed(sequence.EndsInTask ? sequence.Last : null);
        }
    }

    /// <summary>Jobs for the next activation, in their order; empties the list.</summary>
    public IReadOnlyList<WorkflowJob> TakeJobs()
    {
        var jobs = _jobs.OrderBy(Rank).ToList();
        _jobs = [];
        return jobs;
    }

    /// <summary>Takes what the code asked for in an activation.</summary>
    public void Handle(IEnumerable<WorkflowCommand> commands)
    {
        foreach (var command in commands)
        {
            Handle(command);
        }
    }

    /// <summary>A local activity has ended.</summary>
    public void ResolveLocal(uint seq, LocalActivityOutcome outcome)
    {
        if (_bySeq.TryGetValue((typeof(LocalActivityMachine), seq), out var machine)
            && machine is LocalActivityMachine { State: LocalActivityState.Requested } local)
        {
            LocalActivities.Finish(seq);
            Run(local, local.Resolve(outcome));
        }
    }

    /// <summary>The task is done: its commands take their final order.</summary>
    public void EndTask() => Commands.Arrange(Flags.TryUse(SdkFlags.Core.TerminalLast, _replaying));

    /// <summary>Messages of this task, in the order in which the code made them.</summary>
    public IReadOnlyList<Message> TakeMessages()
    {
        var messages = _messages.ToList();
        _messages.Clear();
        return messages;
    }

    private static int Rank(WorkflowJob job) => job switch
    {
        WorkflowJob.Initialize => 0,
        WorkflowJob.PatchKnown => 1,
        WorkflowJob.NewRandomSeed => 2,
        WorkflowJob.Signal or WorkflowJob.Update => 3,
        _ => 4,
    };

    private void LookAhead(WorkflowTaskSequence sequence)
    {
        foreach (var e in sequence.Events.Where(e => e.EventType == EventType.WorkflowTaskCompleted))
        {
            Flags.Learn(e.WorkflowTaskCompletedEventAttributes.SdkMetadata);
        }

        Flags.Learn(sequence.Completion?.SdkMetadata);
        foreach (var marker in sequence.Outcome.Where(e => e.EventType == EventType.MarkerRecorded))
        {
            var attributes = marker.MarkerRecordedEventAttributes;
            if (PatchMarker.TryRead(attributes.MarkerName, attributes.Details) is { } patch && _recordedPatches.Add(patch.Id))
            {
                _jobs.Add(new WorkflowJob.PatchKnown(patch.Id));
            }

            LocalActivities.Learn(attributes);
        }
    }

    /// <summary>A marker of a deprecated patch may be there without code that asks for it; its search attribute goes with it.</summary>
    private bool SkipsDeprecatedPatch(IReadOnlyList<HistoryEvent> events, ref int index)
    {
        var e = events[index];
        if (e.EventType != EventType.MarkerRecorded
            || PatchMarker.TryRead(e.MarkerRecordedEventAttributes.MarkerName, e.MarkerRecordedEventAttributes.Details) is not { Deprecated: true }
            || Commands.NextMatches(e))
        {
            return false;
        }

        if (index + 1 < events.Count
            && events[index + 1] is { EventType: EventType.UpsertWorkflowSearchAttributes } upsert
            && upsert.UpsertWorkflowSearchAttributesEventAttributes.SearchAttributes.IndexedFields.ContainsKey(PatchMarker.ChangeVersion))
        {
            index++;
        }

        return true;
    }

    private void Apply(HistoryEvent e)
    {
        if (e.EventType.IsCommandEvent())
        {
            var matched = Commands.Match(e, Flags.TryUse(SdkFlags.Core.IdAndTypeChecks, _replaying));
            _byEventId[e.EventId] = matched.Owner;
            Run(matched.Owner, matched.Owner.Handle(e));
            return;
        }

        if (EventRouter.InitiatingEventId(e) is { } initiating)
        {
            var owner = _byEventId.GetValueOrDefault(initiating)
                ?? throw Nondeterminism.At(e, $"no command of this workflow began it (event {initiating})");
            Run(owner, owner.Handle(e));
            return;
        }

        switch (e.EventType)
        {
            case EventType.WorkflowExecutionStarted:
                Started = e;
                _jobs.Add(new WorkflowJob.Initialize(e));
                break;
            case EventType.WorkflowExecutionSignaled:
                _jobs.Add(new WorkflowJob.Signal(e.WorkflowExecutionSignaledEventAttributes));
                break;
            case EventType.WorkflowExecutionCancelRequested:
                _jobs.Add(new WorkflowJob.CancelRequested(e.WorkflowExecutionCancelRequestedEventAttributes.Cause));
                break;
            case EventType.WorkflowExecutionUpdateAdmitted:
                _updates.Admit(e, _replaying);
                break;
            case EventType.WorkflowTaskFailed
                when e.WorkflowTaskFailedEventAttributes.Cause == WorkflowTaskFailedCause.ResetWorkflow:
                _jobs.Add(new WorkflowJob.NewRandomSeed(e.WorkflowTaskFailedEventAttributes.NewRunId));
                break;
            case EventType.WorkflowTaskCompleted:
                _sawCompletion = true;
                break;
            case EventType.WorkflowTaskFailed:
                break;
            default:
                if (!EventRouter.IsBookkeeping(e.EventType) && !e.WorkerMayIgnore)
                {
                    throw Nondeterminism.At(e, "this SDK does not know the event");
                }

                break;
        }
    }

    private void Handle(WorkflowCommand command)
    {
        switch (command)
        {
            case WorkflowCommand.StartTimer c:
                Begin(c.Seq, new TimerMachine(c) { Seq = c.Seq });
                break;
            case WorkflowCommand.CancelTimer c:
                Cancel<TimerMachine>(c.Seq);
                break;
            case WorkflowCommand.ScheduleActivity c:
                Begin(c.Seq, new ActivityMachine(c) { Seq = c.Seq });
                break;
            case WorkflowCommand.CancelActivity c:
                Cancel<ActivityMachine>(c.Seq);
                break;
            case WorkflowCommand.ScheduleLocalActivity c:
                LocalActivities.Request(c.Request);
                Begin(c.Request.Seq, new LocalActivityMachine(c.Request) { Seq = c.Request.Seq });
                break;
            case WorkflowCommand.CancelLocalActivity c:
                if (LocalActivities.Cancel(c.Seq))
                {
                    Cancel<LocalActivityMachine>(c.Seq);
                    LocalActivities.FinishIfResolved(c.Seq, _bySeq[(typeof(LocalActivityMachine), c.Seq)]);
                }

                break;
            case WorkflowCommand.StartChild c:
                Begin(c.Seq, new ChildWorkflowMachine(c, namespaceName) { Seq = c.Seq });
                break;
            case WorkflowCommand.CancelChild c:
                Cancel<ChildWorkflowMachine>(c.Seq);
                break;
            case WorkflowCommand.SignalExternal c:
                Begin(c.Seq, new SignalExternalMachine(c) { Seq = c.Seq });
                break;
            case WorkflowCommand.CancelSignalExternal c:
                Cancel<SignalExternalMachine>(c.Seq);
                break;
            case WorkflowCommand.CancelExternal c:
                Begin(c.Seq, new CancelExternalMachine(c) { Seq = c.Seq });
                break;
            case WorkflowCommand.SetPatch c:
                SetPatch(c);
                break;
            case WorkflowCommand.UpsertSearchAttributes c:
                Issue(new Command
                {
                    CommandType = CommandType.UpsertWorkflowSearchAttributes,
                    UpsertWorkflowSearchAttributesCommandAttributes = new() { SearchAttributes = c.Attributes },
                });
                break;
            case WorkflowCommand.UpsertMemo c:
                Issue(new Command
                {
                    CommandType = CommandType.ModifyWorkflowProperties,
                    ModifyWorkflowPropertiesCommandAttributes = new() { UpsertedMemo = c.Memo },
                });
                break;
            case WorkflowCommand.AcceptUpdate c:
                Issue(_updates.Accept(c.ProtocolId));
                break;
            case WorkflowCommand.RejectUpdate c:
                _messages.Add(_updates.Reject(c.ProtocolId, c.Failure));
                break;
            case WorkflowCommand.CompleteUpdate c:
                Issue(_updates.Complete(c.ProtocolId, c.Result, c.Failure));
                break;
            case WorkflowCommand.End c:
                Issue(c.Command);
                break;
            default:
                throw new InvalidOperationException($"Unknown workflow command {command.GetType().Name}");
        }
    }

    private void SetPatch(WorkflowCommand.SetPatch patch)
    {
        if (!_patches.Add(patch.Id) || (_replaying && !_recordedPatches.Contains(patch.Id)))
        {
            return;
        }

        Issue(new PatchMarker(patch.Id, patch.Deprecated).ToCommand());
        if (Flags.TryUse(SdkFlags.Core.UpsertAtPatch, _replaying) && PatchMarker.ChangeVersionCommand(_patches) is { } upsert)
        {
            Issue(upsert);
        }
    }

    private void Issue((Command Command, Message Message) answer)
    {
        _messages.Add(answer.Message);
        Run(new OneEventMachine(answer.Command, answer.Message));
    }

    private void Issue(Command command) => Run(new OneEventMachine(command));

    private void Begin(uint seq, Machine machine)
    {
        _bySeq[(machine.GetType(), seq)] = machine;
        Run(machine);
    }

    private void Cancel<T>(uint seq)
        where T : Machine
    {
        if (_bySeq.TryGetValue((typeof(T), seq), out var machine))
        {
            Run(machine, machine.Cancel());
        }
    }

    private void Run(Machine machine) => Run(machine, machine.Start());

    private void Run(Machine machine, IReadOnlyList<MachineEffect> effects)
    {
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case MachineEffect.Issue issue:
                    Commands.Add(issue.Command);
                    break;
                case MachineEffect.Withdraw:
                    Commands.Withdraw(machine);
                    break;
                case MachineEffect.Tell tell:
                    _jobs.Add(tell.Job);
                    break;
                case MachineEffect.Spawn spawn:
                    Run(spawn.Child);
                    break;
            }
        }
    }
}
