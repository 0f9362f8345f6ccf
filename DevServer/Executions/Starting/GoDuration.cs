using System.Globalization;

namespace TemporalVideo.DevServer.Executions.Starting;

/// <summary>Durations as Go writes them: <c>1h30m</c>, <c>2.5s</c>, <c>300ms</c>.</summary>
internal static class GoDuration
{
    private static readonly (string Unit, double Seconds)[] Units =
        [("ms", 1e-3), ("us", 1e-6), ("ns", 1e-9), ("h", 3600), ("m", 60), ("s", 1)];

    /// <exception cref="FormatException">The text is no duration.</exception>
    public static TimeSpan Parse(string text)
    {
        var rest = text.AsSpan();
        double seconds = 0;
        if (rest.IsEmpty)
        {
            throw new FormatException("a duration is expected");
        }

        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExcept("0123456789.");
            if (digits <= 0)
            {
                throw new FormatException($"'{text}' is no duration");
            }

            var number = double.Parse(rest[..digits], CultureInfo.InvariantCulture);
            rest = rest[digits..];
            var found = false;
            foreach (var (unit, factor) in Units)
            {
                if (rest.StartsWith(unit))
                {
                    seconds += number * factor;
                    rest = rest[unit.Length..];
                    found = true;
                    break;
                }
            }

            if (!found)
            {
                throw new FormatException($"'{text}' has an unknown unit");
            }
        }

        return TimeSpan.FromSeconds(seconds);
    }
}
