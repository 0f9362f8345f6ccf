namespace TemporalVideo.Storage.Objects;

/// <summary>An object in the store.</summary>
/// <param name="Key">Its key, parts separated by <c>/</c>.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Fingerprint">What it was made from, as given when it was put; null when nothing was given.</param>
public sealed record StoredObject(string Key, long Bytes, string? Fingerprint);
