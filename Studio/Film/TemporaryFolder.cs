namespace TemporalVideo.Studio.Film;

/// <summary>
/// A folder that is deleted, with all in it, when the work is over. A file beside it is held open from before the folder is there until
/// after it is gone, so that what a killed process left can be told from what is in use, at any moment and also between containers that
/// share the folder for temporary files.
/// </summary>
public sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "temporalvideo-";
    private const string Mark = ".in-use";

    /// <summary>A folder without a mark is another release's, which may still use it.</summary>
    private static readonly TimeSpan Unmarked = TimeSpan.FromHours(1);

    private readonly FileStream _mark;

    /// <summary>Makes a folder below the system's folder for temporary files, for this user alone.</summary>
    public TemporaryFolder()
    {
        _mark = NewMark();
        Path = _mark.Name[..^Mark.Length];
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
        }
        else
        {
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Absolute path of the folder.</summary>
    public string Path { get; }

    /// <summary>The path of a file in the folder.</summary>
    /// <param name="name">Its name.</param>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Deletes the folders that killed processes left; those in use stay.</summary>
    /// <returns>How many were deleted.</returns>
    public static int DeleteAbandoned()
    {
        var all = new DirectoryInfo(System.IO.Path.GetTempPath());
        var deleted = all.EnumerateFiles($"{Prefix}*{Mark}").Count(mark => DeleteIfAbandoned(mark.FullName[..^Mark.Length]));
        return deleted + all.EnumerateDirectories($"{Prefix}*").Count(DeleteIfUnmarked);
    }

    /// <summary>
    /// Deletes the folder. One that cannot be deleted stays for <see cref="DeleteAbandoned"/>: it must not hide why the work failed.
    /// </summary>
    public void Dispose()
    {
        Delete(Path);
        _mark.Dispose();
    }

    /// <summary>Makes and holds a mark. A sweep between the two may take it for one that was left: then there is another.</summary>
    private static FileStream NewMark()
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                var folder = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"{Prefix}{System.IO.Path.GetRandomFileName()}");
                var mark = Hold(folder, FileMode.CreateNew);
                if (System.IO.File.Exists(mark.Name))
                {
                    return mark;
                }

                mark.Dispose();
            }
            catch (IOException) when (tries < 3)
            {
                // The sweep holds it.
            }
        }
    }

    private static bool DeleteIfAbandoned(string folder)
    {
        try
        {
            using var mark = Hold(folder, FileMode.Open);
            return Delete(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // In use, another user's, or deleted at the same moment by another worker.
            return false;
        }
    }

    private static bool DeleteIfUnmarked(DirectoryInfo folder) =>
        DateTime.UtcNow - folder.LastWriteTimeUtc > Unmarked && !System.IO.File.Exists(folder.FullName + Mark) && Delete(folder.FullName);

    private static FileStream Hold(string folder, FileMode mode) => new(folder + Mark, mode, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Deletes a folder, and its mark only after it.</summary>
    private static bool Delete(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            System.IO.File.Delete(folder + Mark);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
