using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Narration.Recordings;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions;

/// <summary>
/// Puts what a person brings for a video into the object store, where workers on other machines find it, each file under a key made of its
/// content.
/// </summary>
/// <param name="store">The store of the session's workers.</param>
internal sealed class OwnFiles(IObjectStore store)
{
    /// <summary>Stores the pictures of a session's lesson.</summary>
    /// <param name="input">The order; its folder is this machine's.</param>
    /// <param name="pictures">Paths on this machine, by the names that the lesson gives them.</param>
    /// <param name="cancellationToken">Stops the storing.</param>
    /// <returns>The order with the keys in place of the folder.</returns>
    public async Task<VideoInput> WithPicturesAsync(
        VideoInput input, IReadOnlyDictionary<string, string> pictures, CancellationToken cancellationToken)
    {
        var layout = new SessionLayout(input.Session);
        var keys = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, file) in pictures)
        {
            keys[name] = await store.PutOwnAsync(file, layout.LessonPicture, cancellationToken);
        }

        return input with { LessonFolder = null, LessonPictures = keys };
    }

    /// <summary>Stores the tracks that a video's music is made of.</summary>
    /// <param name="input">The order; its folder of music is this machine's.</param>
    /// <param name="tracks">Paths on this machine, in the order in which they are played.</param>
    /// <param name="cancellationToken">Stops the storing.</param>
    /// <returns>The order with the keys in place of the folder.</returns>
    public async Task<VideoInput> WithTracksAsync(VideoInput input, IReadOnlyList<string> tracks, CancellationToken cancellationToken)
    {
        var layout = new SessionLayout(input.Session);
        var stored = new List<OwnTrack>();
        foreach (var track in tracks)
        {
            stored.Add(new OwnTrack(Path.GetFileName(track), await store.PutOwnAsync(track, layout.Track, cancellationToken)));
        }

        return input with { Sound = input.Sound with { Music = null, Tracks = stored } };
    }

    /// <summary>Stores pictures of a brand.</summary>
    /// <param name="input">The order.</param>
    /// <param name="brand">Their files on this machine.</param>
    /// <param name="cancellationToken">Stops the storing.</param>
    /// <returns>The order with their keys.</returns>
    /// <exception cref="StorySourceException">One cannot be shown.</exception>
    public async Task<VideoInput> WithBrandAsync(VideoInput input, BrandFiles brand, CancellationToken cancellationToken)
    {
        var pictures = new List<BrandPicture>();
        foreach (var (named, isCharacter) in new[] { (brand.Products, false), (brand.Characters, true) })
        {
            foreach (var (alt, file) in named)
            {
                pictures.Add(new BrandPicture(alt, await PictureAsync(input.Session, file, cancellationToken), isCharacter));
            }
        }

        var logo = brand.Logo is { } own ? await PictureAsync(input.Session, own, cancellationToken) : null;
        return logo is null && pictures.Count == 0 ? input
            : input with { Brand = new BrandPictures { Logo = logo, Pictures = pictures } };
    }

    /// <summary>Stores a picture that a segment is to show.</summary>
    /// <param name="session">The session.</param>
    /// <param name="file">Path on this machine.</param>
    /// <param name="cancellationToken">Stops the storing.</param>
    /// <returns>Its key.</returns>
    /// <exception cref="StorySourceException">It cannot be shown.</exception>
    public Task<string> PictureAsync(SessionKey session, string file, CancellationToken cancellationToken) =>
        OwnPicture.CanRead(file, out var fault)
            ? store.PutOwnAsync(file, new SessionLayout(session).LessonPicture, cancellationToken)
            : throw new StorySourceException($"The picture '{Path.GetFileName(file)}' cannot be shown: {fault}.");

    /// <summary>Stores a recording that a segment is to have in place of a voice.</summary>
    /// <param name="session">The session.</param>
    /// <param name="file">Path on this machine.</param>
    /// <param name="cancellationToken">Stops the storing.</param>
    /// <returns>Its key.</returns>
    /// <exception cref="StorySourceException">It cannot be heard.</exception>
    public async Task<string> RecordingAsync(SessionKey session, string file, CancellationToken cancellationToken) =>
        await OwnRecording.FaultOfAsync(file, cancellationToken) is { } fault
            ? throw new StorySourceException($"The recording '{Path.GetFileName(file)}' cannot be used: {fault}.")
            : await store.PutOwnAsync(file, new SessionLayout(session).Recording, cancellationToken);
}

/// <summary>Files of a brand on this machine.</summary>
/// <param name="Logo">The logo; null without one.</param>
/// <param name="Products">Products by the names that the lesson has for them.</param>
/// <param name="Characters">Characters by their names.</param>
internal sealed record BrandFiles(
    string? Logo, IReadOnlyDictionary<string, string> Products, IReadOnlyDictionary<string, string> Characters)
{
    /// <summary>What was given with an order; where that has no logo, the one that the lesson itself names.</summary>
    /// <param name="given">What was given; null: nothing.</param>
    /// <param name="input">The order.</param>
    /// <param name="folder">The folder of the lesson's pictures; null: it has none.</param>
    /// <exception cref="StorySourceException">The text is no lesson.</exception>
    public static BrandFiles? Of(BrandFiles? given, VideoInput input, string? folder)
    {
        if (given?.Logo is not null || input.SourceKind != SourceKind.Lesson || LessonLogo.Of(input.Source, folder) is not var (_, logo))
        {
            return given;
        }

        var none = new Dictionary<string, string>();
        return (given ?? new BrandFiles(null, none, none)) with { Logo = logo };
    }
}
