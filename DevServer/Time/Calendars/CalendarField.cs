using System.Globalization;
using TemporalVideo.DevServer.Errors;
using Range = Temporalio.Api.Schedule.V1.Range;

namespace TemporalVideo.DevServer.Time.Calendars;

/// <summary>One field of a calendar: its limits, its names, and how its expressions are read.</summary>
/// <param name="Name">As errors name it.</param>
/// <param name="Minimum">Smallest value.</param>
/// <param name="Maximum">Largest value.</param>
/// <param name="Names">Names of values, the first for <paramref name="Minimum"/>; three letters are enough.</param>
internal sealed record CalendarField(string Name, int Minimum, int Maximum, string[] Names)
{
    public static readonly CalendarField Second = new("Second", 0, 59, []);
    public static readonly CalendarField Minute = new("Minute", 0, 59, []);
    public static readonly CalendarField Hour = new("Hour", 0, 23, []);
    public static readonly CalendarField DayOfMonth = new("DayOfMonth", 1, 31, []);
    public static readonly CalendarField Month =
        new("Month", 1, 12, [.. Lower(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12])]);
    public static readonly CalendarField DayOfWeek =
        new("DayOfWeek", 0, 6, [.. Lower(CultureInfo.InvariantCulture.DateTimeFormat.DayNames)]);
    public static readonly CalendarField Year = new("Year", 2000, 2100, []);

    /// <summary>Reads an expression such as <c>*/15</c>, <c>1-5</c> or <c>mon,wed</c>.</summary>
    /// <exception cref="Errors.ServiceException">InvalidArgument: it is none, or out of range.</exception>
    public IEnumerable<Range> Parse(string expression) => expression.Split(',').Select(ParsePart);

    private static IEnumerable<string> Lower(IEnumerable<string> names) => names.Select(name => name.ToLowerInvariant());

    private Range ParsePart(string part)
    {
        var slash = part.Split('/');
        var step = slash.Length > 1 && int.TryParse(slash[1], NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : 1;
        if (slash.Length > 2 || (slash.Length == 2 && (step < 1 || slash[1].Length == 0)))
        {
            throw Bad();
        }

        if (slash[0] == "*")
        {
            return new Range { Start = Minimum, End = Maximum, Step = step };
        }

        var dash = slash[0].Split('-');
        if (dash.Length > 2)
        {
            throw Bad();
        }

        var start = Value(dash[0]);
        var end = dash.Length == 2 ? Value(dash[1]) : slash.Length == 2 ? Maximum : start;

        // Sunday may be written as 7.
        if (this == DayOfWeek && start == 7)
        {
            start = end = 0;
        }

        return end >= start ? new Range { Start = start, End = end, Step = step } : throw Bad();
    }

    private int Value(string text)
    {
        var name = text.Length >= 3 ? Array.FindIndex(Names, n => n.StartsWith(text, StringComparison.OrdinalIgnoreCase)) : -1;
        if (name >= 0)
        {
            return Minimum + name;
        }

        var largest = this == DayOfWeek ? 7 : Maximum;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= Minimum && value <= largest
            ? value
            : throw Bad();
    }

    private Errors.ServiceException Bad() =>
        ServiceErrors.InvalidArgument($"Invalid schedule spec: {Name} is not in range [{Minimum}-{Maximum}]");
}
