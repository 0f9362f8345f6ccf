using System.Diagnostics;

namespace TemporalVideo.DevServer;

/// <summary>
/// Keeps a data file to one server. The system holds the lock on a file beside it and lets go when the process ends, however it ends:
/// a lock that is held means a living server.
/// </summary>
public sealed class DataFileLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly FileStream _held;

    private DataFileLock(FileStream held) => _held = held;

    /// <summary>Takes the lock.</summary>
    /// <param name="dataFile">The data file; its folder must exist.</param>
    /// <exception cref="DataFileInUseException">Another server has it.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written to.</exception>
    public static async Task<DataFileLock> TakeAsync(string dataFile)
    {
        // Who asks whether the lock is held takes it for a moment, too.
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(Pause).ConfigureAwait(false))
        {
            if (TryOpen(dataFile) is { } held)
            {
                return new DataFileLock(held);
            }
        }

        throw new DataFileInUseException(dataFile);
    }

    /// <summary>Whether a server holds the data file now.</summary>
    /// <param name="dataFile">The data file.</param>
    public static bool IsHeld(string dataFile)
    {
        if (!File.Exists(PathOf(dataFile)))
        {
            return false;
        }

        using var free = TryOpen(dataFile);
        return free is null;
    }

    /// <summary>Lets go. The file stays: one that is deleted could be locked twice.</summary>
    public void Dispose() => _held.Dispose();

    private static string PathOf(string dataFile) => dataFile + ".lock";

    private static FileStream? TryOpen(string dataFile)
    {
        try
        {
            return new FileStream(PathOf(dataFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (failure is not (DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }
}
