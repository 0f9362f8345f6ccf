using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Exceptions;
using Temporalio.Worker.Machines;
using Temporalio.Worker.Runs;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker.Machines;

/// <summary>Walks every way through each machine: no transition of a table may stay unvisited, and the workflow is told one outcome at most.</summary>
public class MachineTests
{
    [Fact]
    public void TimerMachine_EveryWay_VisitsEveryTransition() => Walk(
        TimerMachine.Transitions,
        [() => new TimerMachine(new(1, new() { TimerId = "1" }, null)) { Seq = 1 }],
        [EventType.TimerStarted, EventType.TimerFired, EventType.TimerCanceled]);

    [Fact]
    public void ActivityMachine_EveryWay_VisitsEveryTransition() => Walk(
        ActivityMachine.Transitions,
        [.. Enum.GetValues<ActivityCancellationType>().Select(type => (Func<ActivityMachine>)(() =>
            new(new(1, new() { ActivityId = "1", ActivityType = new() { Name = "A" } }, type, null)) { Seq = 1 }))],
        [
            EventType.ActivityTaskScheduled, EventType.ActivityTaskStarted, EventType.ActivityTaskCancelRequested,
            EventType.ActivityTaskCompleted, EventType.ActivityTaskFailed, EventType.ActivityTaskTimedOut, EventType.ActivityTaskCanceled,
        ]);

    [Fact]
    public void ChildWorkflowMachine_EveryWay_VisitsEveryTransition() => Walk(
        ChildWorkflowMachine.Transitions,
        [.. Enum.GetValues<ChildWorkflowCancellationType>().Select(type => (Func<ChildWorkflowMachine>)(() =>
            new(new(1, new() { WorkflowId = "c", WorkflowType = new() { Name = "C" } }, type, null), "default") { Seq = 1 }))],
        [
            EventType.StartChildWorkflowExecutionInitiated, EventType.StartChildWorkflowExecutionFailed, EventType.ChildWorkflowExecutionStarted,
            EventType.ChildWorkflowExecutionCompleted, EventType.ChildWorkflowExecutionFailed, EventType.ChildWorkflowExecutionTimedOut,
            EventType.ChildWorkflowExecutionCanceled, EventType.ChildWorkflowExecutionTerminated,
        ]);

    [Fact]
    public void SignalExternalMachine_EveryWay_VisitsEveryTransition() => Walk(
        SignalExternalMachine.Transitions,
        [() => new SignalExternalMachine(new(1, new() { SignalName = "s", Execution = new() { WorkflowId = "w" } })) { Seq = 1 }],
        [
            EventType.SignalExternalWorkflowExecutionInitiated, EventType.SignalExternalWorkflowExecutionFailed,
            EventType.ExternalWorkflowExecutionSignaled,
        ]);

    [Fact]
    public void CancelExternalMachine_EveryWay_VisitsEveryTransition() => Walk(
        CancelExternalMachine.Transitions,
        [() => new CancelExternalMachine(new(1, new() { WorkflowId = "w" })) { Seq = 1 }],
        [
            EventType.RequestCancelExternalWorkflowExecutionInitiated, EventType.RequestCancelExternalWorkflowExecutionFailed,
            EventType.ExternalWorkflowExecutionCancelRequested,
        ]);

    [Fact]
    public void LocalActivityMachine_EveryWay_VisitsEveryTransition()
    {
        var visited = new HashSet<(LocalActivityState, LocalActivityInput)>();
        foreach (var type in (ActivityCancellationType[])[ActivityCancellationType.TryCancel, ActivityCancellationType.WaitCancellationCompleted])
        {
            foreach (var resolvesFirst in (bool[])[true, false])
            {
                var machine = new LocalActivityMachine(new()
                {
                    Seq = 1,
                    ActivityId = "1",
                    ActivityType = "A",
                    Arguments = new(),
                    Headers = new Dictionary<string, Api.Common.V1.Payload>(),
                    Attempt = 1,
                    CancellationType = type,
                });
                Step(machine.Start);
                Step(resolvesFirst ? () => machine.Resolve(new(null, null, 1)) : machine.Cancel);
                Step(machine.Cancel);

                void Step(Func<IReadOnlyList<MachineEffect>> step)
                {
                    step();
                    visited.Add(machine.LastTransition!.Value);
                }
            }
        }

        visited.Should().BeEquivalentTo(LocalActivityMachine.Transitions);
    }

    private static void Walk<TMachine, TState, TInput>(
        TransitionTable<TMachine, TState, TInput> table, IReadOnlyList<Func<TMachine>> variants, IReadOnlyList<EventType> events)
        where TMachine : TableMachine<TMachine, TState, TInput>
        where TState : struct, Enum
        where TInput : struct, Enum
    {
        var visited = new HashSet<(TState, TInput)>();
        foreach (var variant in variants)
        {
            List<Step<TMachine>> steps =
                [new("start", m => m.Start()), new("cancel", m => m.Cancel()), .. events.Select(e => new Step<TMachine>($"{e}", m => m.Handle(Sample(e))))];
            var open = new Queue<IReadOnlyList<Step<TMachine>>>([[]]);
            var seen = new HashSet<TState>();
            while (open.TryDequeue(out var way))
            {
                foreach (var step in steps)
                {
                    if (Follow(variant(), [.. way, step], visited) is { } reached && seen.Add(reached))
                    {
                        open.Enqueue([.. way, step]);
                    }
                }
            }
        }

        visited.Should().BeEquivalentTo(table);
    }

    /// <summary>Takes the steps; null when the last is refused.</summary>
    private static TState? Follow<TMachine, TState, TInput>(
        TableMachine<TMachine, TState, TInput> machine, IReadOnlyList<Step<TMachine>> way, HashSet<(TState, TInput)> visited)
        where TMachine : TableMachine<TMachine, TState, TInput>
        where TState : struct, Enum
        where TInput : struct, Enum
    {
        var outcomes = 0;
        foreach (var step in way)
        {
            try
            {
                var effects = step.Take((TMachine)machine);
                outcomes += effects.OfType<MachineEffect.Tell>().Count(t => t.Job is not WorkflowJob.ChildStarted { RunId: not null });
            }
            catch (Exception e) when (e is InvalidOperationException or WorkflowNondeterminismException)
            {
                return null;
            }

            visited.Add(machine.LastTransition!.Value);
        }

        outcomes.Should().BeLessThanOrEqualTo(1, "the workflow is told one outcome on {0}", string.Join(", ", way.Select(s => s.Name)));
        return machine.State;
    }

    private static HistoryEvent Sample(EventType type)
    {
        var sample = new HistoryEvent { EventId = 5, EventType = type };
        var field = HistoryEvent.Descriptor.Oneofs[0].Fields.Single(f =>
            f.Name.Replace("_", string.Empty, StringComparison.Ordinal)
                .Equals($"{type}eventattributes", StringComparison.OrdinalIgnoreCase));
        field.Accessor.SetValue(sample, field.MessageType.Parser.ParseFrom(Array.Empty<byte>()));
        if (sample.ChildWorkflowExecutionStartedEventAttributes is { } started)
        {
            started.WorkflowExecution = new() { WorkflowId = "c", RunId = "r" };
        }

        if (sample.TimerFiredEventAttributes is { } fired)
        {
            fired.TimerId = "1";
        }

        return sample;
    }

    private sealed record Step<TMachine>(string Name, Func<TMachine, IReadOnlyList<MachineEffect>> Take);
}
