namespace TemporalVideo.Storage.Records;

/// <summary>The database of sessions cannot be used. The message says which, why, and what to do; it never holds a password.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="inner">What the database said.</param>
public sealed class VideoDatabaseException(string message, Exception inner) : Exception(message, inner);
