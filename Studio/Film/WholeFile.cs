namespace TemporalVideo.Studio.Film;

/// <summary>Writes files whole or not at all: under a temporary name in the same folder, renamed when done.</summary>
public static class WholeFile
{
    /// <summary>Writes a file. On failure nothing is left, and an older file of that name stays as it was.</summary>
    /// <param name="file">The file to make; its folder is created.</param>
    /// <param name="write">Writes to the path it is given, which has the same extension.</param>
    public static async Task WriteAsync(string file, Func<string, Task> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        Directory.CreateDirectory(folder);
        var part = Path.Combine(folder, $".{Path.GetFileNameWithoutExtension(file)}.{Guid.NewGuid():N}.part{Path.GetExtension(file)}");
        try
        {
            await write(part);
            File.Move(part, file, overwrite: true);
        }
        finally
        {
            DeletePart(part);
        }
    }

    /// <summary>What cannot be deleted must not hide why it was not finished.</summary>
    private static void DeletePart(string part)
    {
        try
        {
            File.Delete(part);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Its folder is gone or has become read-only.
        }
    }
}
