using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>Results of workflows, activities, queries and updates.</summary>
internal static class ResultExtensions
{
    /// <summary>The result, or the default value if there is none or it is not wanted (<see cref="ValueTuple" />).</summary>
    public static async Task<T> ToResultAsync<T>(this DataConverter converter, Payloads? result) =>
        typeof(T) == typeof(ValueTuple) || result is not { Payloads_.Count: > 0 }
            ? default!
            : await converter.ToSingleValueAsync<T>(result.Payloads_).ConfigureAwait(false);

    /// <summary>Values as payloads, or null for none.</summary>
    public static async Task<Payloads?> ToPayloadsProtoAsync(this DataConverter converter, IReadOnlyCollection<object?>? values) =>
        values is not { Count: > 0 }
            ? null
            : new Payloads { Payloads_ = { await converter.ToPayloadsAsync(values).ConfigureAwait(false) } };
}
