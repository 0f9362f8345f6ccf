using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.State;

/// <summary>
/// The parts of one kind of a run (its activities, its timers, …), each a row of its own.
/// Remembers what a transaction touches, so that it can be written or undone.
/// </summary>
/// <typeparam name="TKey">Long or string: SQLite keeps both.</typeparam>
/// <typeparam name="TState">A message; change it only between <see cref="Edit"/> and the end of the transaction.</typeparam>
internal sealed class PartTable<TKey, TState>(PartKind kind) : IPartTable
    where TKey : notnull
    where TState : class, IMessage<TState>, new()
{
    private static readonly MessageParser<TState> Parser = new(static () => new TState());

    private readonly Dictionary<TKey, TState> _parts = [];
    private readonly Dictionary<TKey, TState?> _before = [];

    public int Count => _parts.Count;

    public Dictionary<TKey, TState>.ValueCollection Values => _parts.Values;

    public IReadOnlyCollection<KeyValuePair<TKey, TState>> Entries => _parts;

    public bool TryGet(TKey key, [NotNullWhen(true)] out TState? state) => _parts.TryGetValue(key, out state);

    public bool Contains(TKey key) => _parts.ContainsKey(key);

    public void Add(TKey key, TState state)
    {
        Remember(key);
        _parts[key] = state;
    }

    /// <summary>The part, to be changed in place; null when there is none.</summary>
    public TState? Edit(TKey key)
    {
        Remember(key);
        return _parts.GetValueOrDefault(key);
    }

    public bool Remove(TKey key)
    {
        Remember(key);
        return _parts.Remove(key);
    }

    public void Clear()
    {
        foreach (var key in _parts.Keys.ToList())
        {
            Remove(key);
        }
    }

    public bool Collect(List<PartChange> changes)
    {
        if (_before.Count == 0)
        {
            return false;
        }

        foreach (var (key, before) in _before)
        {
            if (_parts.TryGetValue(key, out var state))
            {
                changes.Add(new PartChange(kind, key, state.ToByteArray()));
            }
            else if (before is not null)
            {
                changes.Add(new PartChange(kind, key, null));
            }
        }

        _before.Clear();
        return true;
    }

    public void RollBack()
    {
        foreach (var (key, before) in _before)
        {
            if (before is null)
            {
                _parts.Remove(key);
            }
            else
            {
                _parts[key] = before;
            }
        }

        _before.Clear();
    }

    public void Load(object key, ReadOnlySpan<byte> value)
    {
        _parts[(TKey)key] = NestedMessages.Parse(Parser, value.ToArray());
    }

    private void Remember(TKey key)
    {
        if (!_before.ContainsKey(key))
        {
            _before.Add(key, _parts.TryGetValue(key, out var state) ? state.Clone() : null);
        }
    }
}
