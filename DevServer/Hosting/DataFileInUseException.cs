namespace TemporalVideo.DevServer;

/// <summary>Another server holds the data file.</summary>
/// <param name="dataFile">The file.</param>
public sealed class DataFileInUseException(string dataFile)
    : IOException($"The data file {dataFile} is served by another process{Who(dataFile)}: one server at a time may hold it.")
{
    private static string Who(string dataFile) =>
        ServerRecord.Read(dataFile) is { } record ? $" ({record.ProcessId}, at {record.Address})" : "";
}
