using System.Text.Json;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions;

/// <summary>Shows the drawn scenes of a session as pictures.</summary>
/// <param name="store">The store of the workers.</param>
internal sealed class SceneStills(IObjectStore store)
{
    /// <summary>What a scene is made of, which is another one when it is drawn again; null before it is drawn.</summary>
    public async Task<string?> VersionAsync(SessionKey session, string segmentId, CancellationToken cancellationToken) =>
        await store.FindAsync(new SessionLayout(session).Scene(segmentId), cancellationToken) is { } scene
            ? scene.Tags.Fingerprint ?? $"{scene.Bytes}" : null;

    /// <summary>The picture of a scene as a JPEG file.</summary>
    /// <exception cref="ObjectMissingException">It is not drawn yet.</exception>
    public async Task<byte[]> ReadAsync(SessionKey session, string segmentId, int width, CancellationToken cancellationToken)
    {
        var key = new SessionLayout(session).Scene(segmentId);
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
