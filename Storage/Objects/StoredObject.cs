using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Objects;

/// <summary>An object in the store.</summary>
/// <param name="Key">Its key, parts separated by <c>/</c>.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Tags">What was put with it.</param>
public sealed record StoredObject(string Key, long Bytes, ObjectTags Tags);

/// <summary>What the store keeps of an object beside its content: put with it, found with it, never of another content.</summary>
/// <param name="Fingerprint">What it was made from and by whom; null: not to be compared.</param>
/// <param name="Making">The step that made it, and what that cost; null: not to be charged.</param>
public sealed record ObjectTags(string? Fingerprint = null, Making? Making = null)
{
    /// <summary>Nothing to keep.</summary>
    public static ObjectTags None { get; } = new();
}

/// <summary>An object as a local file of the caller's: what is put under its key later does not change it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Object">The object whose content the file has.</param>
public sealed record FetchedObject(string Path, StoredObject Object);

/// <summary>A small object, read whole.</summary>
/// <param name="Bytes">Its content.</param>
/// <param name="Object">The object that has this content.</param>
public sealed record ObjectContent(ReadOnlyMemory<byte> Bytes, StoredObject Object);
