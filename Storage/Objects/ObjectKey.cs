namespace TemporalVideo.Storage.Objects;

/// <summary>The rule for keys: parts of letters, digits, <c>.</c>, <c>_</c> or <c>-</c>, separated by single slashes.</summary>
internal static class ObjectKey
{
    /// <summary>Returns the key, or throws when it could name something outside of the store.</summary>
    public static string Require(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return key.Split('/').All(IsPart) ? key : throw new ArgumentException($"'{key}' cannot be the key of an object.", nameof(key));
    }

    private static bool IsPart(string part) =>
        part.Length > 0 && part[0] != '.' && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
}
