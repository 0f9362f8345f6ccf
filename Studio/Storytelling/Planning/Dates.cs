using System.Text.RegularExpressions;
using TemporalVideo.Studio.Words;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Dates that a line begins with: "1789: …", "14 July 1789 – …", "44 BC: …", "1789–1799: …".</summary>
internal static partial class Dates
{
    private const string Article = @"(?:(?:in|im|en|nel|em|am|le|el|il|on|um)\s+)?";
    private const string Mark = @"\s*(?::|–|—|-\s|,)\s*(?<text>\S.*)$";

    public static bool Begins(string line) => Beginning().IsMatch(line);

    /// <summary>"4 August: …": the year was said before.</summary>
    public static bool BeginsWithDay(string line) => Day().IsMatch(line);

    /// <summary>"12 March: …", "May 3 – …": a day of a month, without its year.</summary>
    /// <param name="line">The line.</param>
    /// <param name="language">IETF tag.</param>
    public static bool BeginsWithMonth(string line, string language) =>
        (DayMonth().Match(line) is { Success: true } day ? day : MonthDay().Match(line)) is { Success: true } match
        && match.Groups["month"].Value.TrimEnd('.') is var name
        && (SpeechLexicon.For(language)?.Months ?? PlainLanguage.For(language)?.Months ?? []).Any(month =>
            month.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>"117: …": a year that only the dates around it make one.</summary>
    public static bool BeginsWithShortYear(string line) => ShortYear().IsMatch(line);

    /// <summary>The date, and what happened.</summary>
    public static (string Date, string Text) Split(string line)
    {
        var match = Beginning().Match(line) is { Success: true } whole ? whole
            : Day().Match(line) is { Success: true } day ? day
            : MonthDay().Match(line) is { Success: true } month ? month : ShortYear().Match(line);
        return (match.Groups["date"].Value.Trim(), match.Groups["text"].Value.Trim());
    }

    [GeneratedRegex(
        $@"^(?<date>{Article}(?:(?:c\.|ca\.|um|about|around|vers)\s*)?"
        + @"(?:\d{1,2}[./]\d{1,2}[./]|\d{1,2}(?:\.|er|º)?\s+(?:de\s+)?\p{L}{3,10}\.?\s+(?:de\s+)?|\p{L}{3,10}\s+\d{1,2},\s+|\p{L}{3,10}"
            + @"\s+)?"
        + @"(?:1\d{3}|20\d{2}|[1-9]\d{0,2}(?=\s*(?:BC|AD|BCE|CE|v\.|n\.|av|ap|a\.|d\.))|(?<=\p{L}{3}\.?\s)[1-9]\d{2})"
        + @"(?:\s*[–-]\s*(?:1\d{3}|20\d{2}|\d{2})|/\d{2}(?!\d))?(?:s\b)?"
        + $@"(?:\s*(?:гг?\.|r\.|rok|год|году|рік|р\.|年)(?=\s*[:–—,-]))?"
        + $@"(?:\s*(?:BC|AD|BCE|CE|v\. ?Chr\.|n\. ?Chr\.|av\. J\.-C\.|a\. ?C\.|d\. ?C\.))?){Mark}",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Beginning();

    [GeneratedRegex($@"^(?<date>{Article}(?:c\.\s*|ca\.\s*)?[1-9]\d{{0,2}}){Mark}", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex ShortYear();

    [GeneratedRegex(
        $@"^(?<date>{Article}(?:\p{{L}}{{2,5}}\.?,?\s)?\d{{1,2}}(?:\.|er|º|st|nd|rd|th)?\s+(?:de\s+)?(?<month>\p{{L}}{{3,10}}\.?)){Mark}",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex DayMonth();

    [GeneratedRegex(
        $@"^(?<date>{Article}(?<month>\p{{L}}{{3,10}}\.?)\s+\d{{1,2}}(?:st|nd|rd|th)?){Mark}",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex MonthDay();

    [GeneratedRegex($@"^(?<date>{Article}\d{{1,2}}(?:\.|er|º)?\s+(?:de\s+)?\p{{L}}{{3,10}}\.?){Mark}",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Day();
}
