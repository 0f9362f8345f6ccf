using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Pictures.Typography;

/// <summary>Numbers with units in Latin letters, which stand together in a line that runs to the left.</summary>
internal static partial class Amounts
{
    private const string First = "\u2066";
    private const string Last = "\u2069";

    /// <summary>Where they stand.</summary>
    public static IEnumerable<(int Start, int Length)> In(string text) =>
        Amount().Matches(text).Select(match => (match.Index, match.Length));

    /// <summary>The text with each between marks that other programs obey: it runs to the right.</summary>
    public static string Isolated(string text) => Amount().Replace(text, match => $"{First}{match.Value}{Last}");

    [GeneratedRegex(@"[−-]?\d[\d.,]*[ \u00A0\u202F]?(?:°[CF]?|[A-Za-zµΩ]{1,4}[²³]?(?:/[A-Za-z]{1,3}[²³]?)?)(?![A-Za-z])")]
    private static partial Regex Amount();
}
