using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Temporalio.Worker.Machines;

/// <summary>A machine that is moved by a <see cref="TransitionTable{TMachine,TState,TInput}"/>.</summary>
internal abstract class TableMachine<TMachine, TState, TInput> : Machine
    where TMachine : TableMachine<TMachine, TState, TInput>
    where TState : struct, Enum
    where TInput : struct, Enum
{
    public TState State { get; private set; }

    /// <summary>The transition taken last; for tests.</summary>
    public (TState From, TInput On)? LastTransition { get; private set; }

    protected abstract TransitionTable<TMachine, TState, TInput> Table { get; }

    public override IReadOnlyList<MachineEffect> Handle(HistoryEvent historyEvent) =>
        Fire(
            InputOf(historyEvent.EventType) ?? throw Nondeterminism.At(historyEvent, $"{Description} does not know this event"),
            historyEvent);

    /// <summary>The input that an event is to this kind of machine.</summary>
    protected abstract TInput? InputOf(EventType type);

    protected IReadOnlyList<MachineEffect> Fire(TInput input, HistoryEvent? cause = null)
    {
        if (Table.Find(State, input) is not { } transition)
        {
            throw cause is null
                ? new InvalidOperationException($"{Description} cannot take {input} in state {State}")
                : Nondeterminism.At(cause, $"{Description} cannot take {input} in state {State}");
        }

        LastTransition = (State, input);
        State = transition.To;
        return transition.Effects is { } effects ? [.. effects((TMachine)this, cause)] : [];
    }
}
