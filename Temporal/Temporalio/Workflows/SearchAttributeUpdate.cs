using Temporalio.Api.Common.V1;
using Temporalio.Common;

namespace Temporalio.Workflows;

/// <summary>Setting or removing one search attribute.</summary>
public abstract class SearchAttributeUpdate
{
    internal SearchAttributeUpdate()
    {
    }

    /// <summary>True if a value is set, false if the attribute is removed.</summary>
    public bool HasValue { get; internal init; }

    /// <summary>Key of the attribute.</summary>
    public abstract SearchAttributeKey UntypedKey { get; }

    /// <summary>The value to set.</summary>
    /// <exception cref="InvalidOperationException">The update removes the attribute.</exception>
    public abstract object UntypedValue { get; }

    /// <summary>An update that sets the value.</summary>
    public static SearchAttributeUpdate<T> ValueSet<T>(SearchAttributeKey<T> key, T value)
        where T : notnull => new(key, value);

    /// <summary>An update that removes the value.</summary>
    public static SearchAttributeUpdate<T> ValueUnset<T>(SearchAttributeKey<T> key)
        where T : notnull => new(key);

    internal Payload ToUpsertPayload() => SearchAttributePayload.Encode(UntypedKey.ValueType, HasValue ? UntypedValue : null);
}
