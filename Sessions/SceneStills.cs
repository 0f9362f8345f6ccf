using System.Text.Json;
using TemporalVideo.Sessions.Takes;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions;

/// <summary>Shows the drawn scenes of a session as pictures.</summary>
/// <param name="store">The store of the workers.</param>
internal sealed class SceneStills(IObjectStore store)
{
    /// <summary>Finds a scene, and says what it is made of, which is another one when it is drawn again.</summary>
    /// <param name="session">Whose.</param>
    /// <param name="segmentId">Of which segment.</param>
    /// <param name="take">Which take of it; null: the one that is shown.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <returns>Its key and what it is made of; null before it is drawn, or without such a take.</returns>
    public async Task<(string Key, string Version)?> FindAsync(
        SessionKey session, string segmentId, int? take, CancellationToken cancellationToken)
    {
        var key = take is not { } number ? new SessionLayout(session).Scene(segmentId)
            : await new SessionTakes(store).KeyOfAsync(session, segmentId, number, cancellationToken);
        return key is not null && await store.FindAsync(key, cancellationToken) is { } scene
            ? (key, scene.Tags.Fingerprint ?? $"{scene.Bytes}") : null;
    }

    /// <summary>The picture of a scene as a JPEG file.</summary>
    /// <param name="key">Key of the scene.</param>
    /// <param name="width">Width of the picture in pixels.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ObjectMissingException">It is not drawn yet.</exception>
    public async Task<byte[]> ReadAsync(string key, int width, CancellationToken cancellationToken)
    {
        var read = await store.ReadAsync(key, cancellationToken);
        var drawn = JsonSerializer.Deserialize<Drawn>(read.Bytes.Span)!;
        using var folder = new TemporaryFolder();
        foreach (var file in drawn.Document.Layers.Select(layer => layer.File).Distinct())
        {
            await store.FetchAsync($"{key[..(key.LastIndexOf('/') + 1)]}{drawn.Folder}/{file}", folder.Path, cancellationToken);
        }

        return SceneStill.Jpeg(drawn.Document, folder.Path, width);
    }

    private sealed record Drawn(string Folder, SceneArt Document);
}
