using System.Text;
using System.Text.RegularExpressions;

namespace TemporalVideo.Storage.Records;

/// <summary>Texts and sums as both databases keep them.</summary>
internal static partial class StoredText
{
    private const int DecimalsOfCost = 4;

    /// <summary>PostgreSQL refuses U+0000 and halves of surrogate pairs, which may stand in what a tool said: they become U+FFFD.</summary>
    public static string Of(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');

    public static string? OfMaybe(string? text) => text is null ? null : Of(text);

    /// <summary>JSON, in which U+0000 is refused as an escape, too.</summary>
    public static string OfJson(string json) => EscapedZero().Replace(Of(json), @"$1\ufffd");

    /// <summary>US dollars with four decimals.</summary>
    public static decimal Dollars(decimal cost) => Math.Round(cost, DecimalsOfCost, MidpointRounding.AwayFromZero);

    [GeneratedRegex(@"(?<!\\)((?:\\\\)*)\\u0000")]
    private static partial Regex EscapedZero();
}
