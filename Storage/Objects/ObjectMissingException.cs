namespace TemporalVideo.Storage.Objects;

/// <summary>An object that a step needs is not in the store.</summary>
/// <param name="key">The object's key.</param>
/// <param name="where">Which store was searched.</param>
public sealed class ObjectMissingException(string key, string where)
    : Exception($"'{key}' is not in the object store {where}. The step that makes it has not run, or its output was removed.")
{
    /// <summary>The object's key.</summary>
    public string Key { get; } = key;
}
