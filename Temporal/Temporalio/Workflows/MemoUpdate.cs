namespace Temporalio.Workflows;

/// <summary>A change of one entry of the memo.</summary>
/// <param name="UntypedKey">Name of the entry.</param>
/// <param name="UntypedValue">New value; null removes the entry.</param>
/// <param name="HasValue">Whether a value is set.</param>
public record MemoUpdate(string UntypedKey, object? UntypedValue, bool HasValue)
{
    /// <summary>Sets an entry.</summary>
    /// <param name="key">Name.</param>
    /// <param name="value">Value.</param>
    /// <returns>The change.</returns>
    public static MemoUpdate ValueSet(string key, object value) => new(key, value, true);

    /// <summary>Removes an entry.</summary>
    /// <param name="key">Name.</param>
    /// <returns>The change.</returns>
    public static MemoUpdate ValueUnset(string key) => new(key, null, false);
}
