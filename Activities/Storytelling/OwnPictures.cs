using TemporalVideo.Activities.Session;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Storytelling;

/// <summary>Fetches the pictures of a lesson from the object store for as long as they are looked at or drawn.</summary>
internal sealed class OwnPictures(IObjectStore store)
{
    /// <summary>Lays the pictures into a folder, as they lie beside the lesson.</summary>
    /// <param name="session">The session that they belong to; keys of others are not read.</param>
    /// <param name="keys">Keys by the names in the lesson.</param>
    /// <param name="folder">Receives them.</param>
    /// <param name="cancellationToken">Stops the fetching.</param>
    /// <returns>Keys by the paths that the pictures lie at now.</returns>
    public async Task<IReadOnlyDictionary<string, string>> LayOutAsync(
        SessionKey session, IReadOnlyDictionary<string, string> keys, TemporaryFolder folder, CancellationToken cancellationToken)
    {
        var laidOut = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, key) in keys.Where(pair => IsOf(session, pair.Value)))
        {
            if (LessonPictures.PathOf(folder.Path, name) is not { } path)
            {
                continue;
            }

            // Of one that is gone the plan says that there is no such picture.
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (await FetchedAsync(key, folder, cancellationToken) is { } fetched)
            {
                File.Move(fetched, path, overwrite: true);
                laidOut[path] = key;
            }
        }

        return laidOut;
    }

    /// <summary>The story with keys in place of the paths of a folder that goes.</summary>
    public static Story WithKeys(Story story, IReadOnlyDictionary<string, string> keys) => story with
    {
        Segments = [.. story.Segments.Select(segment => segment.Diagram?.Picture is { } path && keys.TryGetValue(path, out var key)
            ? segment with { Diagram = segment.Diagram with { Picture = key } } : segment)],
    };

    /// <summary>What is to be drawn, with the picture at a path of this machine; without one where it is gone.</summary>
    /// <param name="session">The session.</param>
    /// <param name="request">What is to be drawn.</param>
    /// <param name="folder">Receives the picture.</param>
    /// <param name="cancellationToken">Stops the fetching.</param>
    public async Task<SceneRequest> AtHandAsync(
        SessionKey session, SceneRequest request, TemporaryFolder folder, CancellationToken cancellationToken)
    {
        if (request.Segment.Diagram is not { Picture: { } key } diagram || !IsOf(session, key)
            || await FetchedAsync(key, folder, cancellationToken) is not { } fetched)
        {
            return request;
        }

        var segments = request.Story.Segments.ToList();
        segments[request.Index] = request.Segment with { Diagram = diagram with { Picture = fetched } };
        return request with { Story = request.Story with { Segments = segments } };
    }

    /// <summary>The file of the story's logo; null without one, or where it is gone.</summary>
    public async Task<string?> LogoAsync(SessionKey session, Story story, TemporaryFolder folder, CancellationToken cancellationToken) =>
        story.Logo is { } key && IsOf(session, key) ? await FetchedAsync(key, folder, cancellationToken) : null;

    /// <summary>Whether a segment's picture is somewhere that it can be drawn from.</summary>
    public async Task<bool> IsThereAsync(SessionKey session, string picture, CancellationToken cancellationToken) =>
        IsOf(session, picture) ? await store.FindAsync(picture, cancellationToken) is not null : File.Exists(picture);

    private static bool IsOf(SessionKey session, string key) => OwnFile.IsIn(layout => layout.LessonPictures, session, key);

    /// <summary>The file of an object, in the folder; null where it is gone.</summary>
    private async Task<string?> FetchedAsync(string key, TemporaryFolder folder, CancellationToken cancellationToken)
    {
        try
        {
            return (await store.FetchAsync(key, folder.Path, cancellationToken)).Path;
        }
        catch (ObjectMissingException)
        {
            return null;
        }
    }
}
