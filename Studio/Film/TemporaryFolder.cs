namespace TemporalVideo.Studio.Film;

/// <summary>A folder that is deleted, with all in it, when the work is over.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "temporalvideo-";

    /// <summary>Absolute path of the folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory(Prefix).FullName;

    /// <summary>The path of a file in the folder.</summary>
    /// <param name="name">Its name.</param>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Deletes the folders that killed processes left.</summary>
    /// <param name="age">Younger folders stay: they may be in use.</param>
    public static void DeleteAbandoned(TimeSpan age)
    {
        foreach (var folder in new DirectoryInfo(System.IO.Path.GetTempPath()).EnumerateDirectories($"{Prefix}*"))
        {
            if (DateTime.UtcNow - folder.LastWriteTimeUtc < age)
            {
                continue;
            }

            Delete(folder.FullName);
        }
    }

    /// <summary>
    /// Deletes the folder. One that cannot be deleted stays for <see cref="DeleteAbandoned"/>: it must not hide why the work failed.
    /// </summary>
    public void Dispose() => Delete(Path);

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Another user's, in use, or deleted at the same moment by another worker.
        }
    }
}
