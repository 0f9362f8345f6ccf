using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Pictures;

namespace TemporalVideo.Activities.Storytelling;

/// <summary>The pictures that scenes keep to, as they are in the store.</summary>
internal sealed class ReferenceShelf(IObjectStore store, ReferencePainter painter)
{
    /// <summary>Those that a segment keeps to, and that are there.</summary>
    public async Task<IReadOnlyList<ShelvedPicture>> ForAsync(SceneRequest request, CancellationToken cancellationToken)
    {
        var found = new List<ShelvedPicture>();
        foreach (var picture in request.Story.Look?.PicturesFor(request.Segment) ?? [])
        {
            if (await store.FindAsync(picture.Key, cancellationToken) is { } there)
            {
                found.Add(new ShelvedPicture(picture.Key, picture.Name, $"{picture.Id} {there.Tags.Fingerprint ?? picture.Key}")
                {
                    IsBrought = picture.Prompt is null,
                });
            }
        }

        return found;
    }

    /// <summary>The request with them beside it.</summary>
    /// <param name="request">What is to be painted.</param>
    /// <param name="pictures">The pictures.</param>
    /// <param name="folder">Receives them.</param>
    /// <param name="cancellationToken">Stops the fetching.</param>
    public async Task<SceneRequest> BesideAsync(
        SceneRequest request, IReadOnlyList<ShelvedPicture> pictures, TemporaryFolder folder, CancellationToken cancellationToken)
    {
        var files = new List<string>();
        foreach (var picture in pictures)
        {
            var file = (await store.FetchAsync(picture.Key, folder.Path, cancellationToken)).Path;
            if (picture.IsBrought)
            {
                // Of any kind and shape: the painter is sent squares.
                var square = folder.File($"square{files.Count + 1}.png");
                await PictureFit.SquareAsync(file, ReferencePainter.Side, square);
                file = square;
            }

            files.Add(file);
        }

        return files.Count == 0 ? request
            : request with { References = new ReferenceSheet(files, painter.NoteOf([.. pictures.Select(picture => picture.Name)])) };
    }
}

/// <summary>A picture that a segment keeps to.</summary>
/// <param name="Key">Its key in the store.</param>
/// <param name="Name">Whom or what it shows; empty: the style.</param>
/// <param name="Content">Names its content.</param>
internal sealed record ShelvedPicture(string Key, string Name, string Content)
{
    /// <summary>Whether a person brought it.</summary>
    public bool IsBrought { get; init; }
}
