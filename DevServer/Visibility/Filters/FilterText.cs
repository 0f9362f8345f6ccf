using System.Globalization;

namespace TemporalVideo.DevServer.Visibility.Filters;

/// <summary>Between values and how they are written.</summary>
internal static class FilterText
{
    /// <summary>A value as it is written in a filter.</summary>
    public static string Of(object value) => value switch
    {
        string text => $"'{text}'",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>The text of a value, without quotes.</summary>
    public static string Plain(object value) => value as string ?? Of(value);

    /// <summary>Reads an integer, or a decimal number where it is none.</summary>
    public static bool TryNumber(string digits, bool negative, out object number)
    {
        var text = negative ? "-" + digits : digits;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
        {
            number = integer;
            return true;
        }

        var isDecimal = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real);
        number = real;
        return isDecimal;
    }
}
