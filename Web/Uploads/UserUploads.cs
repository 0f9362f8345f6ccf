using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace TemporalVideo.Web.Uploads;

/// <summary>
/// What people bring, each user's in a folder of their own outside of what the server serves. A file is named for its content, so that
/// nobody's words become a path and the same file is kept once.
/// </summary>
/// <param name="options">Where the folder is.</param>
internal sealed partial class UserUploads(WebOptions options)
{
    private const int Piece = 64 * 1024;

    /// <summary>Keeps a file.</summary>
    /// <param name="user">Whose it is.</param>
    /// <param name="kind">What it is to be.</param>
    /// <param name="name">What its owner calls it.</param>
    /// <param name="content">The file; read to its end, or to the most that is taken.</param>
    /// <param name="cancellationToken">Stops the reading; nothing is kept.</param>
    /// <exception cref="WebException">It is something else, too large, or the user has no room left.</exception>
    public async Task<Upload> KeepAsync(string user, UploadKind kind, string name, Stream content, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(FolderOf(user)).FullName;
        var room = options.UploadBytesPerUser - new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);
        var part = Path.Combine(folder, $"{Guid.NewGuid():N}.part");
        try
        {
            var (bytes, hash, extension) = await WriteAsync(part, kind, room, content, cancellationToken);
            var typed = Path.ChangeExtension(part, extension);
            File.Move(part, typed);
            part = typed;
            if (await UploadContent.FaultOfAsync(kind, part, cancellationToken) is { } fault)
            {
                throw new WebException(StatusCodes.Status415UnsupportedMediaType, $"The file cannot be used: {fault}.");
            }

            var id = hash + extension;
            File.Move(part, Path.Combine(folder, id), overwrite: true);
            return new Upload(id, kind, ShownName(name, id), bytes);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>The file of an upload.</summary>
    /// <exception cref="WebException">The user has none of that id.</exception>
    public string FileOf(string user, string id)
    {
        var file = Id().IsMatch(id) ? Path.Combine(FolderOf(user), id) : null;
        return file is not null && File.Exists(file) ? file : throw new WebException(
            StatusCodes.Status404NotFound, "There is no such upload of yours. POST /api/uploads/… takes files.");
    }

    private static async Task<(long Bytes, string Hash, string Extension)> WriteAsync(
        string part, UploadKind kind, long room, Stream content, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = File.Create(part);
        var buffer = new byte[Piece];
        var (length, extension) = (0L, (string?)null);
        while (await content.ReadAtLeastAsync(buffer, UploadContent.Telling, false, cancellationToken) is > 0 and var read)
        {
            extension ??= UploadContent.ExtensionOf(kind, buffer.AsSpan(0, Math.Min(read, UploadContent.Telling)), out var expected)
                ?? throw new WebException(StatusCodes.Status415UnsupportedMediaType, $"The file is something else; expected {expected}.");
            length += read;
            if (length > UploadContent.MostBytes(kind))
            {
                throw new WebException(
                    StatusCodes.Status413PayloadTooLarge, $"The file is too large: at most {UploadContent.MostBytes(kind) >> 20} MiB.");
            }

            if (length > room)
            {
                throw new WebException(StatusCodes.Status413PayloadTooLarge, "There is no room left for your files. Delete some.");
            }

            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return (length, Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16)), extension
            ?? throw new WebException(StatusCodes.Status400BadRequest, "The file is empty."));
    }

    /// <summary>The end of a path that a browser may send, without signs that do not belong into a name.</summary>
    private static string ShownName(string name, string id)
    {
        var last = new string([.. name.Split('/', '\\')[^1].Where(letter => !char.IsControl(letter))]).Trim();
        return last.Length == 0 ? id : last[..Math.Min(last.Length, 100)];
    }

    private string FolderOf(string user) => Path.Combine(options.Folder, "uploads", user);

    [GeneratedRegex(@"\A[0-9a-f]{32}\.[a-z0-9]{2,4}\z")]
    private static partial Regex Id();
}

/// <summary>A file that was brought.</summary>
/// <param name="Id">Names it in orders.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record Upload(string Id, UploadKind Kind, string Name, long Bytes);
