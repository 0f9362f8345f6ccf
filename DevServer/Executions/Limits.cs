using Google.Protobuf;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions;

/// <summary>The limits of a Temporal server with default settings.</summary>
internal static class Limits
{
    public const int IdLength = 1000;
    public const int PendingPerKind = 2000;
    public const int SignalsPerRun = 10_000;
    public const int BufferedEvents = 100;
    public const int HistoryEvents = 51_200;
    public const long HistoryBytes = 50 * 1024 * 1024;
    public const int UpdatesInFlight = 10;
    public const int UpdatesPerRun = 2000;
    public const int BlobBytes = 2 * 1024 * 1024;
    public const int FailureBytes = 4 * 1024;
    private const int SuggestEvents = 4096;
    private const long SuggestBytes = 4 * 1024 * 1024;

    public static bool SuggestsContinueAsNew(RunState state) =>
        state.NextEventId - 1 >= SuggestEvents || state.HistorySizeBytes >= SuggestBytes || state.UpdateCount >= UpdatesPerRun * 9 / 10;

    /// <summary>Why a history may not grow any more, or null.</summary>
    public static string? FullHistory(RunState state) =>
        state.NextEventId - 1 > HistoryEvents ? "Workflow history count exceeds limit."
        : state.HistorySizeBytes > HistoryBytes ? "Workflow history size exceeds limit."
        : null;

    /// <exception cref="Errors.ServiceException">InvalidArgument: an input or the like is too large.</exception>
    public static void CheckBlob(IMessage? blob, string text = "Blob data size exceeds limit.")
    {
        if (blob?.CalculateSize() > BlobBytes)
        {
            throw ServiceErrors.InvalidArgument(text);
        }
    }

    /// <exception cref="Errors.ServiceException">InvalidArgument: an id or name is too long.</exception>
    public static void CheckLength(string value, string name)
    {
        if (value.Length > IdLength || System.Text.Encoding.UTF8.GetByteCount(value) > IdLength)
        {
            throw ServiceErrors.InvalidArgument($"{name} length exceeds limit.");
        }
    }
}
