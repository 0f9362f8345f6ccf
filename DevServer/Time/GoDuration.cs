using System.Globalization;

namespace TemporalVideo.DevServer.Time;

/// <summary>Durations as Go and filters write them: <c>1h30m</c>, <c>1.5s</c>, <c>250ms</c>, or <c>01:30:00</c>.</summary>
internal static class GoDuration
{
    private static readonly (string Unit, decimal Nanoseconds)[] Units =
    [
        ("ns", 1), ("us", 1_000), ("µs", 1_000), ("ms", 1_000_000), ("s", 1_000_000_000), ("m", 60_000_000_000m),
        ("h", 3_600_000_000_000m), ("d", 86_400_000_000_000m),
    ];

    /// <summary>Reads a duration in nanoseconds.</summary>
    public static bool TryParse(string text, out long nanoseconds)
    {
        nanoseconds = 0;
        if (text.Contains(':') && TimeSpan.TryParseExact(text, [@"h\:mm\:ss", @"hh\:mm\:ss"], CultureInfo.InvariantCulture, out var clock))
        {
            nanoseconds = clock.Ticks * 100;
            return true;
        }

        var rest = text.AsSpan();
        var negative = rest.StartsWith("-");
        rest = negative ? rest[1..] : rest;
        decimal total = 0;
        if (rest.IsEmpty)
        {
            return false;
        }

        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExcept("0123456789.");
            if (digits <= 0
                || !decimal.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            {
                return false;
            }

            rest = rest[digits..];
            var next = rest.IndexOfAny("0123456789.");
            var unit = next < 0 ? rest.ToString() : rest[..next].ToString();
            rest = rest[unit.Length..];
            var scale = Array.Find(Units, u => u.Unit == unit).Nanoseconds;
            total += amount * scale;
            if (scale == 0 || total > long.MaxValue)
            {
                return false;
            }
        }

        nanoseconds = (long)(negative ? -total : total);
        return true;
    }
}
