using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>Memos of workflows and schedules.</summary>
internal static class MemoExtensions
{
    /// <summary>A memo as it travels; null when it is empty.</summary>
    /// <exception cref="ArgumentException">A value is null.</exception>
    public static async Task<Memo?> ToMemoAsync(this DataConverter converter, IReadOnlyDictionary<string, object>? values)
    {
        if (values is not { Count: > 0 })
        {
            return null;
        }

        var memo = new Memo();
        foreach (var (name, value) in values)
        {
            memo.Fields[name] = value == null
                ? throw new ArgumentException($"The memo '{name}' is null.")
                : await converter.ToPayloadAsync(value).ConfigureAwait(false);
        }

        return memo;
    }

    /// <summary>A memo to be read when needed.</summary>
    public static IReadOnlyDictionary<string, IEncodedRawValue> ToEncodedValues(this DataConverter converter, Memo? memo) =>
        (memo?.Fields ?? []).ToDictionary(field => field.Key, IEncodedRawValue (field) => new EncodedRawValue(converter, field.Value));
}
