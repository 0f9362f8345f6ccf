using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Objects;

/// <summary>
/// The pictures that a session has of its segments: the scene that is shown, and those that were shown before, with all that they are made
/// of, so that one of them can be shown again without being made again.
/// </summary>
/// <param name="store">The store.</param>
internal sealed class SceneTakes(IObjectStore store)
{
    /// <summary>The takes of each segment that has a picture, by its id.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<SegmentTake>>> OfAsync(
        SessionKey session, Story story, CancellationToken cancellationToken)
    {
        var takes = new Dictionary<string, IReadOnlyList<SegmentTake>>();
        foreach (var segment in story.Segments)
        {
            takes[segment.Id] = await OfAsync(session, segment, cancellationToken);
        }

        return takes;
    }

    /// <summary>The takes of a segment, by number; empty before it is drawn.</summary>
    /// <param name="session">Whose.</param>
    /// <param name="segment">The segment as the session's story has it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<SegmentTake>> OfAsync(SessionKey session, Segment segment, CancellationToken cancellationToken)
    {
        var layout = new SessionLayout(session);
        var takes = new SortedDictionary<int, SegmentTake>();
        var kept = await store.ListAsync(layout.TakesOf(segment.Id), cancellationToken);
        foreach (var number in NumbersOf(layout, segment.Id, kept))
        {
            var key = layout.Take(segment.Id, number);
            if (await ReadAsync(layout, key, cancellationToken) is { Origin: { } origin } take)
            {
                var isStored = kept.Any(item => item.Key.StartsWith($"{FolderOf(key)}{take.Folder}/", StringComparison.Ordinal));
                takes[number] = TakeOf(number, origin, take.Tags) with { Stored = isStored };
            }
        }

        if (await ReadAsync(layout, layout.Scene(segment.Id), cancellationToken) is { } shown)
        {
            // What an earlier release has drawn does not say of what: it is of what the story says.
            var origin = shown.Origin ?? new SceneOrigin(null, null, segment);
            var take = TakeOf(origin.Segment.Take?.Number ?? 1, origin, shown.Tags);
            takes[take.Number] = take with { Shown = true };
        }

        return [.. takes.Values];
    }

    /// <summary>Keeps a take, beside the one that is shown.</summary>
    /// <param name="from">The session that has it.</param>
    /// <param name="take">Which.</param>
    /// <param name="to">The session that keeps it, the same or another one.</param>
    /// <param name="cancellationToken">Stops the copying.</param>
    public Task KeepAsync(SessionLayout from, SegmentTake take, SessionLayout to, CancellationToken cancellationToken) =>
        CopyAsync(from.Take(take.Segment.Id, take.Number, take.Shown), to.Take(take.Segment.Id, take.Number), take, cancellationToken);

    /// <summary>Puts a take that is not shown in the place of the scene.</summary>
    /// <param name="from">The session that keeps it.</param>
    /// <param name="segmentId">Of which segment.</param>
    /// <param name="number">Which.</param>
    /// <param name="to">The session that shows it, the same or another one.</param>
    /// <param name="cancellationToken">Stops the copying.</param>
    public Task ShowAsync(SessionLayout from, string segmentId, int number, SessionLayout to, CancellationToken cancellationToken) =>
        CopyAsync(from.Take(segmentId, number), to.Scene(segmentId), null, cancellationToken);

    /// <summary>Lets a take go that is not shown.</summary>
    public async Task RemoveAsync(SessionLayout layout, string segmentId, int number, CancellationToken cancellationToken)
    {
        foreach (var item in await store.ListAsync(FolderOf(layout.Take(segmentId, number)), cancellationToken))
        {
            await store.DeleteAsync(item.Key, cancellationToken);
        }
    }

    /// <summary>Removes the files of a take that is not shown; what it was made of stays.</summary>
    /// <returns>How many bytes that were.</returns>
    public async Task<long> EmptyAsync(SessionLayout layout, SegmentTake take, CancellationToken cancellationToken)
    {
        var (key, bytes) = (layout.Take(take.Segment.Id, take.Number), 0L);
        foreach (var item in await store.ListAsync(FolderOf(key), cancellationToken))
        {
            if (item.Key != key)
            {
                await store.DeleteAsync(item.Key, cancellationToken);
                bytes += item.Bytes;
            }
        }

        return bytes;
    }

    private static IEnumerable<int> NumbersOf(SessionLayout layout, string segmentId, IReadOnlyList<StoredObject> kept)
    {
        var (folder, name) = (layout.TakesOf(segmentId), "/scene.json");
        return kept.Where(item => item.Key.EndsWith(name, StringComparison.Ordinal))
            .Select(item => int.TryParse(item.Key[folder.Length..^name.Length], CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Where(number => number > 0);
    }

    private async Task<Kept?> ReadAsync(SessionLayout layout, string key, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(key, cancellationToken) is null)
        {
            return null;
        }

        var read = await store.ReadAsync(key, cancellationToken);
        var scene = JsonSerializer.Deserialize<Scene>(read.Bytes.Span)!;
        var origin = scene.Document.Origin;
        return new Kept(scene.Folder, origin is { Segment.Diagram: { Picture: { } own } diagram } ? origin with
        {
            Segment = origin.Segment with { Diagram = diagram with { Picture = layout.Own(own) } },
        } : origin, read.Object.Tags);
    }

    /// <summary>The files first, the document, which names their folder, last: a take is there whole or not at all.</summary>
    private async Task CopyAsync(string from, string to, SegmentTake? take, CancellationToken cancellationToken)
    {
        var document = await store.ReadAsync(from, cancellationToken);
        if (await store.FindAsync(to, cancellationToken) is { } same && same.Tags.Fingerprint == document.Object.Tags.Fingerprint)
        {
            return;
        }

        var scene = JsonNode.Parse(document.Bytes.Span)!;
        var files = $"{FolderOf(to)}{scene[nameof(Scene.Folder)]!.GetValue<string>()}/";
        var there = $"{FolderOf(from)}{files[FolderOf(to).Length..]}";
        foreach (var item in await store.ListAsync(there, cancellationToken))
        {
            var file = await store.ReadAsync(item.Key, cancellationToken);
            await store.PutAsync($"{files}{item.Key[there.Length..]}", file.Bytes, file.Object.Tags, cancellationToken);
        }

        await store.PutAsync(to, Named(document.Bytes, scene, take), document.Object.Tags, cancellationToken);
        foreach (var item in await store.ListAsync(FolderOf(to), cancellationToken))
        {
            if (item.Key != to && !item.Key.StartsWith(files, StringComparison.Ordinal))
            {
                await store.DeleteAsync(item.Key, cancellationToken);
            }
        }
    }

    /// <summary>The document; one of an earlier release with what it shows.</summary>
    private static ReadOnlyMemory<byte> Named(ReadOnlyMemory<byte> bytes, JsonNode scene, SegmentTake? take)
    {
        if (take is null || scene[nameof(Scene.Document)]![nameof(Art.Origin)] is not null)
        {
            return bytes;
        }

        scene[nameof(Scene.Document)]![nameof(Art.Origin)] =
            JsonSerializer.SerializeToNode(new SceneOrigin(take.Maker, take.At, take.Segment));
        return JsonSerializer.SerializeToUtf8Bytes(scene);
    }

    private static SegmentTake TakeOf(int number, SceneOrigin origin, ObjectTags tags) => new()
    {
        Number = number,
        Shown = false,
        Stored = true,
        Fingerprint = tags.Fingerprint,
        Maker = origin.Maker,
        At = origin.At,
        Cost = tags.Making?.Cost ?? 0,
        Segment = origin.Segment,
    };

    private static string FolderOf(string key) => key[..(key.LastIndexOf('/') + 1)];

    private sealed record Kept(string Folder, SceneOrigin? Origin, ObjectTags Tags);

    /// <summary>What of a scene's document is looked at here.</summary>
    private sealed record Scene(string Folder, Art Document);

    private sealed record Art(SceneOrigin? Origin);
}
