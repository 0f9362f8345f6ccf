using Temporalio.Api.Enums.V1;
using Temporalio.Workflows;

namespace Temporalio.Common;

/// <summary>Key of a search attribute whose values are <typeparamref name="T" />.</summary>
/// <typeparam name="T">.NET type of the values.</typeparam>
public class SearchAttributeKey<T> : SearchAttributeKey
    where T : notnull
{
    internal SearchAttributeKey(string name, IndexedValueType valueType)
        : base(name, valueType)
    {
    }

    /// <summary>An update that sets the value, for <c>Workflow.UpsertTypedSearchAttributes</c>.</summary>
    public SearchAttributeUpdate<T> ValueSet(T value) => new(this, value);

    /// <summary>An update that removes the value, for <c>Workflow.UpsertTypedSearchAttributes</c>.</summary>
    public SearchAttributeUpdate<T> ValueUnset() => new(this);
}
