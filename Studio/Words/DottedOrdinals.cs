using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Numbers whose stop ends no sentence: a point of a list, and ordinals in languages that write them so.</summary>
internal static partial class DottedOrdinals
{
    private static readonly HashSet<string> WithDottedOrdinals =
        ["de", "da", "nb", "nn", "no", "fi", "is", "et", "lv", "cs", "sk", "pl", "hu", "sl", "hr", "sr", "bs", "tr", "lb"];

    /// <summary>"1. The first" at the start, "der 3. Oktober" in languages whose ordinals bear a stop.</summary>
    public static bool Are(string before, string word, string next, string code, SpeechLexicon? lexicon)
    {
        if (word.Length is 0 or > 2 || !word.All(char.IsAsciiDigit))
        {
            return false;
        }

        if (before.Trim().Length == word.Length)
        {
            return true;
        }

        if (code == "de" && OrdinalPair().IsMatch(before))
        {
            return true;
        }

        if (Counted().IsMatch(before))
        {
            return false;
        }

        if (!WithDottedOrdinals.Contains(code))
        {
            return false;
        }

        return code != "de" || char.IsLower(next[0]) || lexicon!.Months.Contains(next) || next.StartsWith("Jahr", StringComparison.Ordinal)
            || GermanArticle().IsMatch(before);
    }

    /// <summary>"3./4. Stunde".</summary>
    [GeneratedRegex(@"\d\./\d{1,2}$")]
    private static partial Regex OrdinalPair();

    /// <summary>The end of a range, a decimal or a bracket is no ordinal.</summary>
    [GeneratedRegex(@"(?:\d[–,-]|[=≈]\s?)\d\d?[)\]""”»]*$|\d[)\]]$")]
    private static partial Regex Counted();

    [GeneratedRegex(
        @"(?:^|\s)(?:der|die|das|dem|den|des|im|am|vom|zum|zur|beim|jede[rsmn]?|eine?[rsmn]?|seit|bis|ihre?[rmn]?|seine?[rmn]?"
            + @"|unsere?[rmn]?)\s\d\d?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex GermanArticle();
}
