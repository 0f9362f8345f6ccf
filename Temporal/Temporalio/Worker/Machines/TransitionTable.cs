using System.Collections;
using Temporalio.Api.History.V1;

namespace Temporalio.Worker.Machines;

/// <summary>States of a kind of machine, what moves it from one to the next, and what that asks for.</summary>
/// <typeparam name="TMachine">Machine that is moved.</typeparam>
/// <typeparam name="TState">Its states.</typeparam>
/// <typeparam name="TInput">What can happen to it.</typeparam>
internal sealed class TransitionTable<TMachine, TState, TInput> : IEnumerable<(TState From, TInput On)>
    where TState : struct, Enum
    where TInput : struct, Enum
{
    private readonly Dictionary<(TState From, TInput On), Transition> _transitions = [];

    /// <summary>Action of a transition: the machine and the event, if an event caused it.</summary>
    public delegate IEnumerable<MachineEffect> Effects(TMachine machine, HistoryEvent? cause);

    /// <summary>Adds a transition.</summary>
    public void Add(TState from, TInput on, TState to, Effects? effects = null) => _transitions.Add((from, on), new(to, effects));

    /// <summary>Finds a transition, or null when the input cannot be taken in the state.</summary>
    public Transition? Find(TState from, TInput on) => _transitions.GetValueOrDefault((from, on));

    public IEnumerator<(TState From, TInput On)> GetEnumerator() => _transitions.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Where to, and what for.</summary>
    public sealed record Transition(TState To, Effects? Effects);
}
