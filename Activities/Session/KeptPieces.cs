using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Session;

/// <summary>Copies pieces of one session into another, with what they are made of and what they have cost.</summary>
/// <param name="store">The store of both.</param>
/// <param name="takes">The takes in it.</param>
/// <param name="from">Where they lie.</param>
/// <param name="to">Where they are wanted; what is there already stays.</param>
internal sealed class KeptPieces(IObjectStore store, SceneTakes takes, SessionLayout from, SessionLayout to)
{
    public SessionLayout From => from;

    public SessionLayout To => to;

    /// <summary>The pictures, tracks and recordings that a person brought, and the pictures that scenes keep to.</summary>
    public async Task TakeOwnFilesAsync(CancellationToken cancellationToken)
    {
        await TakeAsync(from.LessonPictures, cancellationToken);
        await TakeAsync(from.Tracks, cancellationToken);
        await TakeAsync(from.Recordings, cancellationToken);
        await TakeAsync(from.References, cancellationToken);
    }

    /// <summary>What stays of a segment.</summary>
    public async Task TakeAsync(ForkedSegment part, CancellationToken cancellationToken)
    {
        foreach (var take in part.Kept)
        {
            await takes.KeepAsync(from, take, to, cancellationToken);
        }

        if (part.Take is { } chosen)
        {
            await takes.ShowAsync(from, part.SegmentId, chosen, to, cancellationToken);
        }
        else if (!part.Picture)
        {
            await TakeAsync($"{from.Agent2}{part.SegmentId}/", cancellationToken);
            await TakeAsync(from.Footage(part.SegmentId), cancellationToken);
        }

        if (!part.Narration)
        {
            await TakeAsync($"{from.Agent4}{part.SegmentId}/", cancellationToken);
        }

        if (!part.Clip)
        {
            await TakeAsync(from.Clip(AgentName.Agent5, part.SegmentId), cancellationToken);
        }
    }

    /// <summary>The story with the scenes that stay named in it, and a person's files under the keys that they have now.</summary>
    public async Task<Story> WithScenesAsync(Story story, IReadOnlyList<ForkedSegment> parts, CancellationToken cancellationToken)
    {
        var segments = new List<Segment>();
        foreach (var (segment, part) in story.Segments.Zip(parts))
        {
            var scene = part.Picture ? null : await store.FindAsync(
                part.Take is { } take ? from.Take(segment.Id, take) : from.Scene(segment.Id), cancellationToken);
            segments.Add(segment with
            {
                Drawn = scene?.Tags.Fingerprint,
                Recording = segment.Recording is { } recording ? KeyIn(recording) : null,
                Diagram = segment.Diagram is { Picture: { } own } diagram ? diagram with { Picture = KeyIn(own) } : segment.Diagram,
            });
        }

        var tracks = story.Sound.Tracks?.Select(track => track with { Key = KeyIn(track.Key) }).ToList();
        var look = story.Look is { Pictures: { } pictures }
            ? story.Look with { Pictures = [.. pictures.Select(picture => picture with { Key = KeyIn(picture.Key) })] } : story.Look;
        return story with
        {
            Segments = segments,
            Sound = story.Sound with { Tracks = tracks },
            Look = look,
            Logo = story.Logo is { } logo ? KeyIn(logo) : null,
        };
    }

    private string KeyIn(string key) => from.Moved(key, to);

    private async Task TakeAsync(string prefix, CancellationToken cancellationToken)
    {
        foreach (var item in await store.ListAsync(prefix, cancellationToken))
        {
            if (await store.FindAsync(KeyIn(item.Key), cancellationToken) is null)
            {
                using var folder = new TemporaryFolder();
                var fetched = await store.FetchAsync(item.Key, folder.Path, cancellationToken);
                await store.PutAsync(KeyIn(item.Key), fetched.Path, fetched.Object.Tags, cancellationToken);
            }
        }
    }
}
