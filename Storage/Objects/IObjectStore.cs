namespace TemporalVideo.Storage.Objects;

/// <summary>
/// Keeps the files of all sessions under keys such as <c>scaffold_test/{user}/{session}/agent2/storyboard.json</c>.
/// An object is there whole, with its tags, or not at all; putting it again replaces it whole.
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
    /// <param name="tags">What is kept with it.</param>
    /// <param name="cancellationToken">Stops the storing; nothing is stored then.</param>
    Task PutAsync(string key, string file, ObjectTags tags, CancellationToken cancellationToken);

    /// <summary>Stores bytes.</summary>
    /// <param name="key">The key to store them under.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="tags">What is kept with them.</param>
    /// <param name="cancellationToken">Stops the storing; nothing is stored then.</param>
    Task PutAsync(string key, ReadOnlyMemory<byte> content, ObjectTags tags, CancellationToken cancellationToken);

    /// <summary>Copies an object into a folder. File and tags are of one state of the object, whoever puts it meanwhile.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="folder">An existing folder; the file in it has the last part of the key for its name, and is replaced when it is
    /// there.</param>
    /// <param name="cancellationToken">Stops the fetching.</param>
    /// <exception cref="ObjectMissingException">There is no such object.</exception>
    Task<FetchedObject> FetchAsync(string key, string folder, CancellationToken cancellationToken);

    /// <summary>Reads a small object into memory. Content and tags are of one state of the object.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ObjectMissingException">There is no such object.</exception>
    Task<ObjectContent> ReadAsync(string key, CancellationToken cancellationToken);

    /// <summary>Removes an object; one that is not there is no error.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Stops the removal.</param>
    Task DeleteAsync(string key, CancellationToken cancellationToken);

    /// <summary>
    /// Address under which a person opens the object. It may expire: it is made when somebody reads it, and kept nowhere. That of a
    /// folder store is the file's, which does not.
    /// </summary>
    /// <param name="key">Its key.</param>
    Uri LinkTo(string key);
}
