using System.Globalization;

namespace TemporalVideo.Studio;

/// <summary>A service cannot do the work now and has said when it may be asked again.</summary>
/// <param name="message">Which service, and what it said.</param>
/// <param name="after">How long to wait before the next attempt.</param>
/// <param name="innerException">What the call failed with.</param>
public sealed class RetryLaterException(string message, TimeSpan after, Exception? innerException = null) : Exception(message,
    innerException)
{
    /// <summary>The longest wait that is obeyed: a service that names a later time is asked once in between.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>How long to wait before the next attempt: 0 to <see cref="Longest"/>.</summary>
    public TimeSpan After { get; } = after < TimeSpan.Zero ? TimeSpan.Zero : after > Longest ? Longest : after;

    /// <summary>The first such failure among a failure and its causes; null without one.</summary>
    /// <param name="failure">The failure.</param>
    public static RetryLaterException? In(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is RetryLaterException later)
            {
                return later;
            }
        }

        return null;
    }

    /// <summary>Reads a <c>Retry-After</c> header of HTTP (RFC 9110, 10.2.3): seconds, or a date.</summary>
    /// <param name="header">The header's value; null when there is none.</param>
    /// <param name="now">The present time.</param>
    /// <returns>How long to wait; null when the header says nothing that can be obeyed.</returns>
    public static TimeSpan? ReadHeader(string? header, DateTimeOffset now) =>
        int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
        : DateTimeOffset.TryParseExact(header, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? (date > now ? date - now : TimeSpan.Zero)
        : null;
}
