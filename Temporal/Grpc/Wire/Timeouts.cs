using System.Globalization;

namespace TemporalVideo.Grpc.Wire;

/// <summary>The <c>grpc-timeout</c> header: up to eight digits and a unit, one of H, M, S, m, u, n.</summary>
internal static class Timeouts
{
    private const long EightDigits = 99_999_999;

    /// <summary>As long as a timer can wait.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <summary>The header value in the finest unit that eight digits can hold.</summary>
    public static string Format(TimeSpan timeout)
    {
        if (timeout <= TimeSpan.Zero)
        {
            return "1n";
        }

        var milliseconds = Math.Max(1, (long)Math.Ceiling(timeout.TotalMilliseconds));
        if (milliseconds <= EightDigits)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{milliseconds}m");
        }

        var seconds = Math.Min(EightDigits, (long)Math.Ceiling(timeout.TotalSeconds));
        return string.Create(CultureInfo.InvariantCulture, $"{seconds}S");
    }

    /// <summary>The timeout of a header value, 24 days at most, or null where the value is not of that form.</summary>
    public static TimeSpan? Parse(string? value)
    {
        if (string.IsNullOrEmpty(value)
            || value.Length > 9
            || !long.TryParse(value.AsSpan(0, value.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
        {
            return null;
        }

        return value[^1] switch
        {
            'H' => TimeSpan.FromHours(amount),
            'M' => TimeSpan.FromMinutes(amount),
            'S' => TimeSpan.FromSeconds(amount),
            'm' => TimeSpan.FromMilliseconds(amount),
            'u' => TimeSpan.FromMicroseconds(amount),
            'n' => TimeSpan.FromTicks(amount / TimeSpan.NanosecondsPerTick),
            _ => (TimeSpan?)null,
        } is { } timeout ? (timeout < Longest ? timeout : Longest) : null;
    }
}
