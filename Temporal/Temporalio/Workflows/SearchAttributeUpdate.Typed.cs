using Temporalio.Common;

namespace Temporalio.Workflows;

/// <summary>Setting or removing one search attribute.</summary>
/// <typeparam name="T">.NET type of the value.</typeparam>
public class SearchAttributeUpdate<T> : SearchAttributeUpdate
    where T : notnull
{
    private readonly T? _value;

    internal SearchAttributeUpdate(SearchAttributeKey<T> key) => Key = key;

    internal SearchAttributeUpdate(SearchAttributeKey<T> key, T value)
    {
        Key = key;
        _value = value;
        HasValue = true;
    }

    /// <summary>Key of the attribute.</summary>
    public SearchAttributeKey<T> Key { get; }

    /// <summary>The value to set.</summary>
    /// <exception cref="InvalidOperationException">The update removes the attribute.</exception>
    public T Value => HasValue ? _value! : throw new InvalidOperationException($"The update removes '{Key.Name}', it has no value.");

    /// <inheritdoc />
    public override SearchAttributeKey UntypedKey => Key;

    /// <inheritdoc />
    public override object UntypedValue => Value;
}
