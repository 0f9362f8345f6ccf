using System.Collections;
using Temporalio.Api.Common.V1;
using Temporalio.Workflows;

namespace Temporalio.Common;

/// <summary>Typed search attributes, read-only. Made by a <see cref="Builder" /> or read from a description.</summary>
public partial class SearchAttributeCollection : IReadOnlyCollection<SearchAttributeKey>
{
    /// <summary>No attributes.</summary>
    public static readonly SearchAttributeCollection Empty = new([]);

    private readonly SortedDictionary<SearchAttributeKey, object> _values;

    private SearchAttributeCollection(SortedDictionary<SearchAttributeKey, object> values) => _values = values;

    /// <summary>Number of attributes.</summary>
    public int Count => _values.Count;

    /// <summary>All attributes without their static types.</summary>
    public IReadOnlyDictionary<SearchAttributeKey, object> UntypedValues => _values;

    /// <summary>Reads attributes as they travel; null values are left out.</summary>
    public static SearchAttributeCollection FromProto(SearchAttributes searchAttributes)
    {
        var values = new SortedDictionary<SearchAttributeKey, object>();
        foreach (var (name, payload) in searchAttributes.IndexedFields)
        {
            if (SearchAttributePayload.Decode(payload) is var (value, type))
            {
                values[new SearchAttributeKey(name, type)] = value;
            }
        }

        return new SearchAttributeCollection(values);
    }

    /// <summary>The value of an attribute.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name and type.</exception>
    /// <exception cref="InvalidCastException">It was written in another form by an old SDK; see <see cref="UntypedValues" />.</exception>
    public T Get<T>(SearchAttributeKey<T> key)
        where T : notnull =>
        _values.TryGetValue(key, out var value)
            ? (T)value
            : throw new KeyNotFoundException($"There is no search attribute '{key.Name}' of type {key.ValueType}.");

    /// <summary>The value of an attribute, if it is there in the expected form.</summary>
    public bool TryGetValue<T>(SearchAttributeKey<T> key, out T value)
        where T : notnull
    {
        var found = _values.TryGetValue(key, out var untyped) && untyped is T;
        value = found ? (T)untyped! : default!;
        return found;
    }

    /// <summary>Whether there is an attribute of that name and type.</summary>
    public bool ContainsKey<T>(SearchAttributeKey<T> key)
        where T : notnull => _values.ContainsKey(key);

    /// <summary>Whether there is an attribute of that name.</summary>
    public bool ContainsKey(string key) => _values.Keys.Any(k => k.Name == key);

    /// <inheritdoc />
    public IEnumerator<SearchAttributeKey> GetEnumerator() => _values.Keys.GetEnumerator();

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The attributes as they travel.</summary>
    public SearchAttributes ToProto()
    {
        var proto = new SearchAttributes();
        foreach (var (key, value) in _values)
        {
            proto.IndexedFields[key.Name] = SearchAttributePayload.Encode(key.ValueType, value);
        }

        return proto;
    }

    /// <summary>This collection after some updates; neither is changed.</summary>
    /// <exception cref="ArgumentException">Two updates name the same attribute.</exception>
    internal SearchAttributeCollection With(IReadOnlyCollection<SearchAttributeUpdate> updates)
    {
        var repeated = updates.GroupBy(u => u.UntypedKey.Name).FirstOrDefault(g => g.Count() > 1);
        if (repeated != null)
        {
            throw new ArgumentException($"The search attribute '{repeated.Key}' is updated twice in one call.");
        }

        var builder = new Builder(this);
        foreach (var update in updates)
        {
            _ = update.HasValue ? builder.SetUntyped(update.UntypedKey, update.UntypedValue) : builder.Unset(update.UntypedKey);
        }

        return builder.ToSearchAttributeCollection();
    }
}
