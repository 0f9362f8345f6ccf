using System.Globalization;

namespace TemporalVideo.DevServer.Executions.Starting;

/// <summary>One field of a cron expression: lists of values, ranges and steps.</summary>
internal sealed class CronField
{
    private ulong _values;

    /// <summary>Unrestricted.</summary>
    public bool IsAny { get; private init; }

    public static CronField Parse(string text, int lowest, int highest, params string[] names)
    {
        var field = new CronField { IsAny = text is "*" or "?" };
        foreach (var item in text.Split(','))
        {
            var parts = item.Split('/');
            var step = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1;
            int from = lowest, to = highest;
            if (parts[0] is not ("*" or "?"))
            {
                var range = parts[0].Split('-');
                from = Value(range[0], lowest, names);
                to = range.Length > 1 ? Value(range[1], lowest, names) : parts.Length > 1 ? highest : from;
            }

            if (step < 1 || from < lowest || to > highest || from > to)
            {
                throw new FormatException($"'{item}' is not within {lowest} to {highest}");
            }

            for (var value = from; value <= to; value += step)
            {
                field._values |= 1UL << value;
            }
        }

        return field;
    }

    public bool Has(int value) => (_values & (1UL << value)) != 0;

    private static int Value(string text, int lowest, string[] names)
    {
        var index = Array.FindIndex(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return index >= 0 ? index + lowest : int.Parse(text, CultureInfo.InvariantCulture);
    }
}
