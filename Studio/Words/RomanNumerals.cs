namespace TemporalVideo.Studio.Words;

/// <summary>Roman numerals as monarchs, centuries and chapters bear them.</summary>
internal static class RomanNumerals
{
    private static readonly (string Sign, int Amount)[] Signs = [("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)];

    /// <summary>The value from 1 to 39; null when it is not written as a numeral is.</summary>
    public static int? Value(string text)
    {
        var (rest, sum) = (text, 0);
        foreach (var (sign, amount) in Signs)
        {
            for (var times = 0; rest.StartsWith(sign, StringComparison.Ordinal)
                && times < (sign.Length == 2 || sign == "V" ? 1 : 3); times++)
            {
                (rest, sum) = (rest[sign.Length..], sum + amount);
            }
        }

        return rest.Length == 0 && sum > 0 ? sum : null;
    }
}
