using Microsoft.Extensions.Logging;

namespace TemporalVideo.Storage.Events;

/// <summary>An event log in a file, one line of JSON an event. Several workers may write into one file.</summary>
/// <param name="file">The file; made when it is missing.</param>
/// <param name="logger">Hears when an event could not be written.</param>
public sealed partial class JsonLinesEventLog(string file, ILogger<JsonLinesEventLog> logger) : IEventLog
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public void Write(PipelineEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            using var stream = Open();
            stream.Write(System.Text.Encoding.UTF8.GetBytes(happened.ToJson() + "\n"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogLost(file, happened.Type, failure);
        }
    }

    /// <summary>Alone, so that no two lines mix: another writer holds the file for a moment only.</summary>
    private FileStream Open()
    {
        for (var until = TimeProvider.System.GetUtcNow() + Patience; ; Thread.Yield())
        {
            try
            {
                return new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.None);
            }
            catch (IOException) when (File.Exists(file) && TimeProvider.System.GetUtcNow() < until)
            {
                // Held by another writer.
            }
        }
    }

    [LoggerMessage(EventId = 801, Level = LogLevel.Warning, Message = "The event '{Type}' is not in {File}")]
    private partial void LogLost(string file, string type, Exception failure);
}
