namespace TemporalVideo.Studio.Film;

/// <summary>
/// A folder that is deleted, with all in it, when the work is over. A file in it is held open for as long as the owner lives, so that
/// what a killed process left can be told from what is in use, also between containers that share a folder.
/// </summary>
public sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "temporalvideo-";
    private const string Mark = ".in-use";

    /// <summary>The moment between making a folder and marking it, taken generously.</summary>
    private static readonly TimeSpan Unmarked = TimeSpan.FromMinutes(1);

    private readonly FileStream _mark;

    /// <summary>Makes a folder below the system's folder for temporary files.</summary>
    public TemporaryFolder()
    {
        Path = Directory.CreateTempSubdirectory(Prefix).FullName;
        _mark = Hold(Path, FileMode.CreateNew);
    }

    /// <summary>Absolute path of the folder.</summary>
    public string Path { get; }

    /// <summary>The path of a file in the folder.</summary>
    /// <param name="name">Its name.</param>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Deletes the folders that killed processes left; those in use stay.</summary>
    /// <returns>How many were deleted.</returns>
    public static int DeleteAbandoned() =>
        new DirectoryInfo(System.IO.Path.GetTempPath()).EnumerateDirectories($"{Prefix}*").Count(DeleteIfAbandoned);

    /// <summary>
    /// Deletes the folder. One that cannot be deleted stays for <see cref="DeleteAbandoned"/>: it must not hide why the work failed.
    /// </summary>
    public void Dispose()
    {
        _mark.Dispose();
        Delete(Path);
    }

    private static bool DeleteIfAbandoned(DirectoryInfo folder)
    {
        try
        {
            using var mark = Hold(folder.FullName, FileMode.Open);
            return Delete(folder.FullName);
        }
        catch (FileNotFoundException)
        {
            return DateTime.UtcNow - folder.LastWriteTimeUtc > Unmarked && Delete(folder.FullName);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // In use, another user's, or deleted at the same moment by another worker.
            return false;
        }
    }

    private static FileStream Hold(string folder, FileMode mode) =>
        new(System.IO.Path.Combine(folder, Mark), mode, FileAccess.ReadWrite, FileShare.None);

    private static bool Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
