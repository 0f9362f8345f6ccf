namespace TemporalVideo.Storage.Objects;

/// <summary>
/// Keeps the files of all sessions under keys such as <c>scaffold_test/{user}/{session}/agent2/storyboard.json</c>.
/// An object is there whole or not at all; putting it again replaces it whole.
/// </summary>
public interface IObjectStore
{
    /// <summary>Looks an object up.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The object, or null when there is none.</returns>
    Task<StoredObject?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Lists the objects whose keys begin with a prefix, in the order of their keys.</summary>
    /// <param name="prefix">Beginning of the keys, such as <c>scaffold_test/u/s/agent2/</c>.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    Task<IReadOnlyList<StoredObject>> ListAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>Stores a copy of a file.</summary>
    /// <param name="key">The key to store it under.</param>
    /// <param name="file">The file; it stays.</param>
    /// <param name="fingerprint">What it was made from; null for nothing to compare.</param>
    /// <param name="cancellationToken">Stops the storing; nothing is stored then.</param>
    Task PutAsync(string key, string file, string? fingerprint, CancellationToken cancellationToken);

    /// <summary>Stores bytes.</summary>
    /// <param name="key">The key to store them under.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="fingerprint">What they were made from; null for nothing to compare.</param>
    /// <param name="cancellationToken">Stops the storing; nothing is stored then.</param>
    Task PutAsync(string key, ReadOnlyMemory<byte> content, string? fingerprint, CancellationToken cancellationToken);

    /// <summary>Makes an object readable as a local file, which must not be changed.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Stops the fetching.</param>
    /// <returns>Path of the file. Files of one key prefix lie together in one folder.</returns>
    /// <exception cref="ObjectMissingException">There is no such object.</exception>
    Task<string> FetchAsync(string key, CancellationToken cancellationToken);

    /// <summary>Removes an object; one that is not there is no error.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Stops the removal.</param>
    Task DeleteAsync(string key, CancellationToken cancellationToken);

    /// <summary>Address under which a person opens the object.</summary>
    /// <param name="key">Its key.</param>
    Uri LinkTo(string key);
}
