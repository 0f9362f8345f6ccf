namespace TemporalVideo.Storage.Objects;

/// <summary>The object store did not do what it was asked to; another attempt may succeed.</summary>
/// <param name="message">What was asked of which store, why it failed, and what to do.</param>
/// <param name="cause">What the store's client said.</param>
public sealed class ObjectStoreException(string message, Exception cause) : Exception(message, cause);
