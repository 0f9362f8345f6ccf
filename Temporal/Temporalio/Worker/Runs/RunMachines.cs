using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Worker.Histories;
using Temporalio.Worker.Machines;

namespace Temporalio.Worker.Runs;

/// <summary>What history and the workflow's code have to do with each other in one run: events in, jobs out; commands in, a completion out.</summary>
internal sealed class RunMachines
{
    private readonly MachineTable _machines;
    private readonly PatchLedger _patches = new();
    private readonly UpdateLedger _updates = new();
    private readonly List<Message> _messages = [];
    private List<WorkflowJob> _jobs = [];
    private bool _replaying;
    private bool _sawCompletion;

    public RunMachines(string namespaceName) => _machines = new(namespaceName, Commands, job => _jobs.Add(job));

    public SdkFlags Flags { get; } = new();

    public CommandQueue Commands { get; } = new();

    public LocalActivityLedger LocalActivities { get; } = new();

    /// <summary>The run's first event, once known.</summary>
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

            if (PatchLedger.CountDeprecated(sequence.Events, i, Commands) is > 0 and var passed)
            {
                i += passed - 1;
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
        if (_machines.Find(typeof(WorkflowCommand.ScheduleLocalActivity), seq) is LocalActivityMachine { State: LocalActivityState.Requested } local)
        {
            LocalActivities.Finish(seq);
            _machines.Run(local, local.Resolve(outcome));
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
            if (_patches.Learn(marker.MarkerRecordedEventAttributes) is { } patchId)
            {
                _jobs.Add(new WorkflowJob.PatchKnown(patchId));
            }

            LocalActivities.Learn(marker.MarkerRecordedEventAttributes);
        }
    }

    private void Apply(HistoryEvent e)
    {
        if (e.EventType.IsCommandEvent())
        {
            _machines.Confirm(e, Flags.TryUse(SdkFlags.Core.IdAndTypeChecks, _replaying));
            return;
        }

        if (EventRouter.InitiatingEventId(e) is { } initiating)
        {
            _machines.Continue(e, initiating);
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
            case WorkflowCommand.ScheduleLocalActivity c:
                LocalActivities.Request(c.Request);
                _machines.Begin(c);
                break;
            case WorkflowCommand.Begin c:
                _machines.Begin(c);
                break;
            case WorkflowCommand.Cancel c when c.Begun == typeof(WorkflowCommand.ScheduleLocalActivity):
                CancelLocal(c);
                break;
            case WorkflowCommand.Cancel c:
                _machines.Cancel(c.Begun, c.Seq);
                break;
            case WorkflowCommand.Single c:
                _machines.Issue(c.ToCommand());
                break;
            case WorkflowCommand.SetPatch c:
                foreach (var issued in _patches.Ask(c, _replaying, () => Flags.TryUse(SdkFlags.Core.UpsertAtPatch, _replaying)))
                {
                    _machines.Issue(issued);
                }

                break;
            case WorkflowCommand.AcceptUpdate c:
                Answer(_updates.Accept(c.ProtocolId));
                break;
            case WorkflowCommand.RejectUpdate c:
                _messages.Add(_updates.Reject(c.ProtocolId, c.Failure));
                break;
            case WorkflowCommand.CompleteUpdate c:
                Answer(_updates.Complete(c.ProtocolId, c.Result, c.Failure));
                break;
            default:
                throw new InvalidOperationException($"Unknown workflow command {command.GetType().Name}");
        }
    }

    private void CancelLocal(WorkflowCommand.Cancel command)
    {
        if (LocalActivities.Cancel(command.Seq))
        {
            _machines.Cancel(command.Begun, command.Seq);
            LocalActivities.FinishIfResolved(command.Seq, _machines.Find(command.Begun, command.Seq)!);
        }
    }

    private void Answer((Command Command, Message Message) answer)
    {
        _messages.Add(answer.Message);
        _machines.Issue(answer.Command, answer.Message);
    }
}
