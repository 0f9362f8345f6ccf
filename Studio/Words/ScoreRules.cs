using System.Globalization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>
/// Sets of a match beside each other: "(25:21, 23:25)", "25-21, 15-13". One that can be no time and no range tells of all.
/// </summary>
internal sealed partial class ScoreRules : RuleParts
{
    private const int LastMinute = 59;
    private const int LastHour = 23;

    public static IEnumerable<SpeechRule> Of(SpeechLexicon lexicon)
    {
        yield return new PatternRule(
            $@"{Start}(?<![.,:–-])(?<a>\d{{1,2}})[:–-](?<b>\d{{1,2}}){End}(?![:–-]\d)",
            match => IsSet(match) ? lexicon.Phrase("ratio", Number(match, "a"), Number(match, "b")) : null);
    }

    private static bool IsSet(Match match)
    {
        var sign = match.Value[match.Groups["a"].Length];
        var others = Sets().Matches(match.Result("$_")).FirstOrDefault(list => list.Index <= match.Index
            && match.Index < list.Index + list.Length)?.Value.Split(',');
        return others is { Length: > 1 } && others.All(set => set.Contains(sign, StringComparison.Ordinal))
            && others.Any(set => set.Split(sign) is [var one, var other]
                && IsNoOther(sign, int.Parse(one, CultureInfo.InvariantCulture), other));
    }

    private static bool IsNoOther(char sign, int one, string other) => int.Parse(other, CultureInfo.InvariantCulture) is var number
        && (sign == ':' ? one > LastHour || number > LastMinute || other.Trim().Length < 2 : one > number);

    private static string Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d.,:–-])\d{1,2}[:–-]\d{1,2}(?:,\s?\d{1,2}[:–-]\d{1,2})+(?![\d:–-]|[.,]\d)")]
    private static partial Regex Sets();
}
