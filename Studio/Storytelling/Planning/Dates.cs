using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Dates that a line begins with: "1789: …", "14 July 1789 – …", "44 BC: …", "1789–1799: …".</summary>
internal static partial class Dates
{
    public static bool Begins(string line) => Beginning().IsMatch(line);

    /// <summary>The date, and what happened.</summary>
    public static (string Date, string Text) Split(string line)
    {
        var match = Beginning().Match(line);
        return (match.Groups["date"].Value.Trim(), match.Groups["text"].Value.Trim());
    }

    [GeneratedRegex(
        @"^(?<date>(?:(?:in|im|en|nel|em)\s+)?(?:(?:c\.|ca\.|um|about|around|vers)\s*)?(?:\d{1,2}\.?\s+(?:de\s+)?\p{L}{3,10}\.?\s+(?:de\s+)?|\p{L}{3,10}\s+\d{1,2},\s+|\p{L}{3,10}\s+)?(?:1\d{3}|20\d{2}|[1-9]\d{2}(?=\s*(?:BC|AD|BCE|CE|v\.|n\.|av|ap|a\.|d\.)))(?:\s*[–-]\s*(?:1\d{3}|20\d{2}|\d{2}))?(?:s\b)?(?:\s*(?:BC|AD|BCE|CE|v\. ?Chr\.|n\. ?Chr\.|av\. J\.-C\.|a\. ?C\.|d\. ?C\.))?)\s*(?::|–|—|-\s|,)\s*(?<text>\S.*)$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Beginning();
}
