using System.Text.Json;

namespace TemporalVideo.DevServer;

/// <summary>
/// Where the server of a data file is reached; it writes this into a file beside the data file as soon as it listens. It is true while the
/// lock is held (<see cref="DataFileLock"/>); a server that was killed leaves it behind.
/// </summary>
public sealed record ServerRecord
{
    /// <summary>The server's process.</summary>
    public required int ProcessId { get; init; }

    /// <summary><c>address:port</c> of its gRPC frontend.</summary>
    public required string Address { get; init; }

    /// <summary>Id of the cluster, which stays with the data file; <c>GetClusterInfo</c> answers it.</summary>
    public required string ClusterId { get; init; }

    /// <summary><c>address:port</c> of the Web UI; null when it is off.</summary>
    public string? WebUi { get; init; }

    /// <summary>Reads the record of a data file; null when there is none, or none that is whole.</summary>
    /// <param name="dataFile">The data file.</param>
    public static ServerRecord? Read(string dataFile)
    {
        try
        {
            return JsonSerializer.Deserialize<ServerRecord>(File.ReadAllText(PathOf(dataFile)));
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the record, whole or not at all.</summary>
    internal void Write(string dataFile)
    {
        var unfinished = $"{PathOf(dataFile)}.{ProcessId}";
        File.WriteAllText(unfinished, JsonSerializer.Serialize(this));
        File.Move(unfinished, PathOf(dataFile), overwrite: true);
    }

    /// <summary>Takes the record away.</summary>
    internal static void Delete(string dataFile) => File.Delete(PathOf(dataFile));

    private static string PathOf(string dataFile) => dataFile + ".server";
}
