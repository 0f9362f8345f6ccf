using System.Text;

namespace TemporalVideo.Aws.Logs;

/// <summary>An event on its way to CloudWatch Logs.</summary>
/// <param name="Milliseconds">When it happened, since 1970.</param>
/// <param name="Message">What it says.</param>
internal sealed record LogEvent(long Milliseconds, string Message);

/// <summary>
/// Splits events into what one call of PutLogEvents takes: 10,000 events in the order of time, 1,048,576 bytes where each event counts
/// 26 more than its text, 24 hours between the first and the last (API reference of CloudWatch Logs).
/// </summary>
internal static class LogBatches
{
    internal const int MostEvents = 10_000;
    internal const int MostBytes = 1_048_576;
    internal const int Overhead = 26;
    private static readonly long Span = (long)TimeSpan.FromHours(24).TotalMilliseconds;

    /// <summary>An event that no call takes is left out of all batches.</summary>
    public static IEnumerable<IReadOnlyList<LogEvent>> Of(IEnumerable<LogEvent> events)
    {
        var (batch, bytes) = (new List<LogEvent>(), 0);
        foreach (var item in events.Where(item => Bytes(item) <= MostBytes).OrderBy(item => item.Milliseconds))
        {
            var isFull = batch.Count == MostEvents || bytes + Bytes(item) > MostBytes
                || (batch.Count > 0 && item.Milliseconds - batch[0].Milliseconds > Span);
            if (isFull)
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(item);
            bytes += Bytes(item);
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private static int Bytes(LogEvent item) => Encoding.UTF8.GetByteCount(item.Message) + Overhead;
}
