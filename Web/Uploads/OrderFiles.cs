using Microsoft.AspNetCore.Http;
using TemporalVideo.Sessions;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Web.Api;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Uploads;

/// <summary>The files that a user brought for an order.</summary>
/// <param name="uploads">All that users brought.</param>
/// <param name="store">Of the workers.</param>
internal sealed class OrderFiles(UserUploads uploads, IObjectStore store)
{
    private const int Most = 100;

    /// <summary>The pictures of a lesson as they would lie beside it, for as long as it is planned; null without any.</summary>
    /// <exception cref="WebException">There is no such upload, or a name that leads elsewhere.</exception>
    public TemporaryFolder? LaidOut(string user, IReadOnlyDictionary<string, string>? pictures)
    {
        if (pictures is null or { Count: 0 })
        {
            return null;
        }

        var files = FilesOf(user, pictures);
        var folder = new TemporaryFolder();
        try
        {
            foreach (var (name, file) in files)
            {
                var path = LessonPictures.PathOf(folder.Path, name) ?? throw new WebException(
                    StatusCodes.Status400BadRequest, $"pictures: '{name}' leads out of the lesson's folder.");
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.Copy(file, path, overwrite: true);
            }

            return folder;
        }
        catch (Exception failure)
        {
            folder.Dispose();
            throw failure is IOException or ArgumentException or UnauthorizedAccessException
                ? new WebException(StatusCodes.Status400BadRequest, "pictures: expected names of files, as the lesson has them.")
                : failure;
        }
    }

    /// <summary>The order with the files in the object store, where its workers find them.</summary>
    public async Task<VideoInput> IntoAsync(VideoInput input, string user, VideoOrder order, CancellationToken cancellationToken)
    {
        var own = new OwnFiles(store);
        if (order.Pictures is { Count: > 0 } pictures)
        {
            input = await own.WithPicturesAsync(input, FilesOf(user, pictures), cancellationToken);
        }

        using var folder = LaidOut(user, order.Pictures);
        if (BrandOf(user, order, input, folder?.Path) is { } brand)
        {
            input = await own.WithBrandAsync(input, brand, cancellationToken);
        }

        return order is { Tracks: { Count: > 0 } tracks, Music: not false }
            ? await own.WithTracksAsync(input, [.. tracks.Take(Most).Select(id => uploads.FileOf(user, id))], cancellationToken)
            : input;
    }

    /// <summary>The brand's files; null: there are none.</summary>
    /// <param name="user">Whose uploads they are.</param>
    /// <param name="order">The order.</param>
    /// <param name="input">What is made of it.</param>
    /// <param name="folder">The folder of the lesson's pictures; null: it has none.</param>
    /// <exception cref="WebException">There is no such upload.</exception>
    /// <exception cref="StorySourceException">The lesson names a logo that has not come with it, or cannot be shown.</exception>
    public BrandFiles? BrandOf(string user, VideoOrder order, VideoInput input, string? folder)
    {
        var given = order.Brand is not { } brand ? null : new BrandFiles(
            string.IsNullOrEmpty(brand.Logo) ? null : uploads.FileOf(user, brand.Logo),
            FilesOf(user, brand.Products ?? new Dictionary<string, string>()),
            FilesOf(user, brand.Characters ?? new Dictionary<string, string>()));
        return BrandFiles.Of(given, input, folder);
    }

    private Dictionary<string, string> FilesOf(string user, IReadOnlyDictionary<string, string> pictures) => pictures.Count <= Most
        ? pictures.ToDictionary(pair => pair.Key, pair => uploads.FileOf(user, pair.Value ?? ""))
        : throw new WebException(StatusCodes.Status400BadRequest, $"pictures: expected at most {Most}.");
}
