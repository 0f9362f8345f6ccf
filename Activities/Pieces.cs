using System.Text.Json;
using Temporalio.Activities;
using TemporalVideo.Activities.Money;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities;

/// <summary>A piece that is wanted.</summary>
/// <param name="Key">Where it lies.</param>
/// <param name="Fingerprint">What it is made of and who makes it.</param>
/// <param name="Price">What it costs when it has to be made, in US dollars.</param>
internal sealed record PieceOrder(string Key, string Fingerprint, decimal Price = 0);

/// <summary>A document from the store.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Fingerprint">What this content is made of; null when nothing was kept with it.</param>
internal sealed record Document<T>(T Content, string? Fingerprint);

/// <summary>A document with its files from the store.</summary>
/// <param name="Content">What the document says.</param>
/// <param name="Fingerprint">What document and files are made of.</param>
/// <param name="Folder">Where the files are, under the names that the document gives them.</param>
internal sealed record DocumentFolder<T>(T Content, string? Fingerprint, string Folder);

/// <summary>Finds pieces in the object store, or has them made and stores them.</summary>
internal sealed class Pieces(IObjectStore store)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>A piece of one file.</summary>
    /// <param name="order">Which piece.</param>
    /// <param name="make">Writes the file it is given.</param>
    /// <param name="cancellationToken">Stops the making.</param>
    public Task<Piece> FileAsync(PieceOrder order, Func<string, Task> make, CancellationToken cancellationToken) =>
        FindOrMakeAsync(order, async tags =>
        {
            using var folder = new TemporaryFolder();
            var file = folder.File(Path.GetFileName(order.Key));
            await make(file);
            await store.PutAsync(order.Key, file, tags(), cancellationToken);
        }, () => Task.FromResult(1), cancellationToken);

    /// <summary>A JSON document.</summary>
    /// <param name="order">Which piece.</param>
    /// <param name="make">Makes what the document says.</param>
    /// <param name="cancellationToken">Stops the making.</param>
    public Task<Piece> DocumentAsync<T>(PieceOrder order, Func<Task<T>> make, CancellationToken cancellationToken) =>
        FindOrMakeAsync(
            order,
            async tags => await store.PutAsync(order.Key, Bytes(await make()), tags(), cancellationToken),
            () => Task.FromResult(1),
            cancellationToken);

    /// <summary>
    /// A piece of a JSON document and several files. The files lie in a folder that has the fingerprint for its name, the document, which
    /// is stored last, names the folder: document and files are of one making, or there is no such piece.
    /// </summary>
    /// <param name="order">Which piece; the key is the document's.</param>
    /// <param name="make">Writes files into the folder it is given, and returns the document and their names.</param>
    /// <param name="cancellationToken">Stops the making.</param>
    public Task<Piece> FolderAsync<T>(
        PieceOrder order, Func<TemporaryFolder, Task<(T Content, IReadOnlyList<string> Files)>> make, CancellationToken cancellationToken)
    {
        var (beside, name) = (FolderOf(order.Key), Fingerprint.KeyPart(order.Fingerprint));
        return FindOrMakeAsync(
            order,
            async tags =>
            {
                using var folder = new TemporaryFolder();
                var (content, files) = await make(folder);
                foreach (var file in files)
                {
                    await store.PutAsync($"{beside}{name}/{file}", folder.File(file), ObjectTags.None, cancellationToken);
                }

                await store.PutAsync(order.Key, Bytes(new WithFiles<T>(name, content)), tags(), cancellationToken);
                await PruneAsync(beside, left => beside + left == order.Key || left.StartsWith($"{name}/", StringComparison.Ordinal),
                    cancellationToken);
            },
            async () => (await store.ListAsync($"{beside}{name}/", cancellationToken)).Count + 1,
            cancellationToken);
    }

    /// <summary>Reads a JSON document.</summary>
    /// <exception cref="ObjectMissingException">It is not in the store.</exception>
    public async Task<Document<T>> ReadAsync<T>(string key, CancellationToken cancellationToken)
    {
        var read = await store.ReadAsync(key, cancellationToken);
        return new Document<T>(Parse<T>(key, read.Bytes.Span), read.Object.Tags.Fingerprint);
    }

    /// <summary>Reads the document of a <see cref="FolderAsync">folder</see> without its files.</summary>
    /// <exception cref="ObjectMissingException">It is not in the store.</exception>
    public async Task<T> ReadFolderAsync<T>(string key, CancellationToken cancellationToken) =>
        (await ReadAsync<WithFiles<T>>(key, cancellationToken)).Content.Document;

    /// <summary>Reads the document of a <see cref="FolderAsync">folder</see>, and fetches its files.</summary>
    /// <param name="key">Key of the document.</param>
    /// <param name="filesOf">The names of the files that the document tells of.</param>
    /// <param name="target">Receives the files, in a folder below it.</param>
    /// <param name="cancellationToken">Stops the fetching.</param>
    /// <exception cref="ObjectMissingException">Document or files are not in the store.</exception>
    public async Task<DocumentFolder<T>> FetchFolderAsync<T>(
        string key, Func<T, IEnumerable<string>> filesOf, TemporaryFolder target, CancellationToken cancellationToken)
    {
        var (content, fingerprint) = await ReadAsync<WithFiles<T>>(key, cancellationToken);
        var folder = Directory.CreateDirectory(target.File(content.Folder)).FullName;
        foreach (var file in filesOf(content.Document).Distinct())
        {
            await store.FetchAsync($"{FolderOf(key)}{content.Folder}/{file}", folder, cancellationToken);
        }

        return new DocumentFolder<T>(content.Document, fingerprint, folder);
    }

    /// <summary>Removes objects that do not belong to what is there now.</summary>
    public async Task PruneAsync(string prefix, Func<string, bool> belongs, CancellationToken cancellationToken)
    {
        foreach (var item in await store.ListAsync(prefix, cancellationToken))
        {
            if (!belongs(item.Key[prefix.Length..]))
            {
                await store.DeleteAsync(item.Key, cancellationToken);
            }
        }
    }

    private async Task<Piece> FindOrMakeAsync(
        PieceOrder order, Func<Func<ObjectTags>, Task> make, Func<Task<int>> count, CancellationToken cancellationToken)
    {
        var info = ActivityExecutionContext.Current.Info;
        var found = (await store.FindAsync(order.Key, cancellationToken))?.Tags;
        var isFound = found?.Fingerprint == order.Fingerprint;
        var making = found?.Making;
        if (!isFound)
        {
            await make(() => new ObjectTags(
                order.Fingerprint, making = new Making($"{info.WorkflowRunId}/{info.ActivityId}", CostOf(order))));
        }

        return new Piece(order.Key, await count(), isFound)
        {
            Fingerprint = order.Fingerprint,
            Making = making is not null && making.Step.StartsWith($"{info.WorkflowRunId}/", StringComparison.Ordinal) ? making : null,
        };
    }

    /// <summary>What providers were paid, by the book; where none is paid by the book, what the configuration says.</summary>
    private static decimal CostOf(PieceOrder order) => PayingStep.Current is { UsesProviders: true } step ? step.Paid : order.Price;

    private static string FolderOf(string key) => key[..(key.LastIndexOf('/') + 1)];

    private static byte[] Bytes<T>(T content) => JsonSerializer.SerializeToUtf8Bytes(content, Json);

    private static T Parse<T>(string key, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, Json) ?? throw new JsonException("It is empty.");
        }
        catch (JsonException failure)
        {
            throw new UnusableInputException($"'{key}' in the object store cannot be read as {typeof(T).Name}: {failure.Message}", failure);
        }
    }

    private sealed record WithFiles<T>(string Folder, T Document);
}
