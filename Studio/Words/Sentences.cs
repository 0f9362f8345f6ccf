using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>
/// Cuts plain text into sentences, in scripts with capitals and without. Abbreviations, initials, ordinals and decimals end none; an empty
/// line ends one.
/// Nothing but space between sentences is left out.
/// </summary>
public static partial class Sentences
{
    /// <summary>Thai ends sentences with a space, and clauses too; shorter pieces stay together.</summary>
    private const int ShortestThai = 30;

    private const int LongestBracket = 120;

    private static readonly HashSet<string> WithoutCase =
        ["ar", "fa", "ur", "he", "hi", "mr", "ne", "bn", "pa", "gu", "ta", "te", "kn", "ml", "th", "lo", "my", "km", "ka", "am", "ja", "zh",
            "cmn", "yue", "ko"];

    private static readonly HashSet<string> WithDanda = ["hi", "mr", "ne", "bn", "pa"];

    /// <summary>The sentences of a text.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="language">IETF tag.</param>
    public static IReadOnlyList<SentenceSpan> Split(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        var code = SpeechLexicon.CodeOf(language);
        var lexicon = SpeechLexicon.For(language);
        var spans = new List<SentenceSpan>();
        var start = 0;
        foreach (var stop in Stops(text, code, lexicon))
        {
            Add(spans, text, start, stop);
            start = stop;
        }

        Add(spans, text, start, text.Length);
        return spans;
    }

    private static IEnumerable<int> Stops(string text, string code, SpeechLexicon? lexicon)
    {
        var start = 0;
        foreach (Match match in Candidate().Matches(text))
        {
            var stop = match.Index + match.Groups["stop"].Length;
            var ends = match.Groups["blank"].Success || match.Groups["full"].Success
                || (match.Groups["thai"].Success ? code == "th" && match.Index - start >= ShortestThai
                    : match.Groups["glued"].Success ? IsGluedEnd(text, match)
                    : IsEnd(text, start, match, code, lexicon));
            if (ends && text[start..stop].Any(char.IsLetterOrDigit))
            {
                yield return stop;
                start = stop;
            }
        }
    }

    private static bool IsEnd(string text, int start, Match match, string code, SpeechLexicon? lexicon)
    {
        var mark = match.Groups["mark"].Value;
        var next = Opening().Match(text, match.Index + match.Length).Groups["word"].Value;
        if (next.Length == 0 || BlankLine().IsMatch(match.Value))
        {
            return true;
        }

        var before = text[start..match.Index];
        if (next[0] is ':' or ';' or ',' or '=' or '≈' or '≠' || IsInBrackets(before, text, match))
        {
            return false;
        }

        var isLower = char.IsLower(next[0]);
        var closesWords = match.Groups["close"].Value.AsSpan().ContainsAny("\"”“»");
        if (mark == "." && IsNoSentence(before, text, match, code))
        {
            return false;
        }

        if (mark == "." && Shillings().IsMatch(before) && Pence().IsMatch(next))
        {
            return false;
        }

        if (IsTranslated(before, text, match))
        {
            return false;
        }

        if (IsAside(text, match) || (mark == "."
            && (ShortNames.NameAPlace(LastWord().Match(before).Groups["word"].Value, text, match) || Caption().IsMatch(before))))
        {
            return false;
        }

        if (Address().IsMatch(next))
        {
            return true;
        }

        if (mark[0] is '!' or '?' or '…' || mark.Length > 1)
        {
            return !isLower || EquationAhead().IsMatch(text, match.Index + match.Length);
        }

        if (mark == "." && JournalNames.GoOn(before, next, SentenceOpeners.Of(code).Contains(next), text.AsSpan(match.Index)))
        {
            return false;
        }

        var word = LastWord().Match(before).Groups["word"].Value;
        if (code == "de" && ShortNames.CountYears(before) && !SentenceOpeners.Of(code).Contains(next))
        {
            return false;
        }

        if (WithoutCase.Contains(code))
        {
            return !SentenceAbbreviations.Common.Contains(word.ToLowerInvariant()) && !Enumerated().IsMatch(before);
        }

        return !SentenceAbbreviations.Are(before, word, next, code, lexicon) && !DottedOrdinals.Are(before, word, next, code, lexicon)
            && (!isLower || EquationAhead().IsMatch(text, match.Index + match.Length)
                || (word.Length > 3 && word.All(char.IsLetter) && !closesWords)
                || (match.Groups["close"].Length == 0 && word.Length > 1 && word.All(char.IsDigit)));
    }

    /// <summary>
    /// Letters with stops alone, "N.B.", "I.", say nothing by themselves; a plural of doubled capitals has two stops, "CC. AA."; and where
    /// sentences end with a sign of their own, a stop ends none.
    /// </summary>
    private static bool IsNoSentence(string before, string text, Match match, string code) =>
        LettersAlone().IsMatch(before) || (DoubledCapitals().IsMatch(before) && DoubledAhead().IsMatch(text, match.Index + match.Length))
        || (WithDanda.Contains(code) && text.Contains('।', StringComparison.Ordinal));

    /// <summary>A remark in brackets stands inside of a sentence when that goes on in lower case behind it: "Ball Co. (1893) the court
    /// held".</summary>
    private static bool IsAside(string text, Match match) => Aside().IsMatch(text, match.Index + match.Length);

    /// <summary>"Это стол. — This is a table.": a dash leads from one script to another.</summary>
    private static bool IsTranslated(string before, string text, Match match) =>
        TranslationAhead().Match(text, match.Index + match.Length) is { Success: true } ahead
        && before.LastOrDefault(char.IsLetter) is var last && last != 0
        && WritingSystems.AreApart(last, ahead.Groups["first"].Value[0]);

    /// <summary>Brackets that a sentence opens belong to it, with all that ends in them: "(§§ 145 ff. BGB)".</summary>
    private static bool IsInBrackets(string before, string text, Match match) =>
        before.LastIndexOf('(') is > 0 and var open && before.IndexOf(')', open) < 0 && !match.Value.Contains(')')
        && text.IndexOf(')', match.Index) is > 0 and var close && close - match.Index < LongestBracket
        && !text.AsSpan(match.Index, close - match.Index).ContainsAny('(', '\n');

    /// <summary>"It boils.Then it cools": the space is missing.</summary>
    private static bool IsGluedEnd(string text, Match match)
    {
        var word = LastWord().Match(text[..match.Index]).Groups["word"].Value;
        return word.Length > 2 && word.All(char.IsLower);
    }

    private static void Add(List<SentenceSpan> spans, string text, int start, int stop)
    {
        var piece = text[start..stop];
        var trimmed = piece.Trim();
        if (trimmed.Length > 0)
        {
            spans.Add(new SentenceSpan(start + piece.Length - piece.TrimStart().Length, trimmed));
        }
    }

    /// <summary>Places where a sentence may end: an empty line, a full-width stop, a stop before space, a stop before a capital, a space in
    /// Thai.</summary>
    [GeneratedRegex(
        "(?<blank>(?<stop>)\\s*\\n\\s*\\n\\s*|(?<stop>)\\s*\u2028\\s*|(?<stop>)\\s*\\n\\s*(?=[b-h]\\)\\s\\S))"
        + "|(?<full>(?<stop>;)(?<=[\\u0370-\\u03FF\\u1F00-\\u1FFF];))(?=\\s)"
        + "|(?<full>(?<stop>[。！？।॥።]+[\"'”’」』）)】»]*))"
        + "|(?<stop>(?<mark>[.!?…؟۔]+)(?<close>(?:[\"'”“’‘)\\]»›]|[ \\u00A0\\u202F]»(?<=«[^«»]*»))*))(?:(?=\\s)\\s+(?![»›])|$)"
        + "|(?<glued>(?<stop>[.!?])(?=\\p{Lu}\\p{Ll}))"
        + "|(?<thai>(?<stop>(?<=[\\u0E00-\\u0E7F])\\s+)(?=[\\u0E00-\\u0E7F]))")]
    private static partial Regex Candidate();

    /// <summary>Money of before 1971: "10s. 6d."</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}])\d{1,2}s$")]
    private static partial Regex Shillings();

    [GeneratedRegex(@"^\d{1,2}d$")]
    private static partial Regex Pence();

    /// <summary>A quantity by its letter: "How deep is it? s = 20 m".</summary>
    [GeneratedRegex(@"\G\p{Ll}(?:\([^()\s]{1,12}\))?\s?[=≈]\s?\S")]
    private static partial Regex EquationAhead();

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex BlankLine();

    [GeneratedRegex("\\G[\"'“„‘«‹(\\[¿¡—–*-]*\\s?(?<word>\\w[\\w'’]*|\\S)")]
    private static partial Regex Opening();

    [GeneratedRegex("(?<word>[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}.º°]*)[\"'”’)\\]]*$")]
    private static partial Regex LastWord();

    /// <summary>"Table 2." before the words of a caption, "Step 1." before what is done.</summary>
    [GeneratedRegex(@"^\s*(?:Table|Figure|Fig|Step|Rule|Question|Exercise|Example|Box|Lesson|Unit|Part|Case|Task|Tabelle|Abbildung"
        + @"|Schritt|Regel|Frage|Aufgabe|Beispiel"
        + @"|Tableau|Étape|Exemple|Question|Tabla|Figura|Paso|Ejemplo|Tabella|Passo|Esempio|Tabela|Exemplo)\.?\s\d{1,3}(?:\.\d+)?$")]
    private static partial Regex Caption();

    [GeneratedRegex(@"\G\((?![^()]*[.!?]\))[^()]{1,60}\)(?:\s\p{Ll}|[,;:])")]
    private static partial Regex Aside();

    [GeneratedRegex(@"^\s*(?:[A-Z]|[IVX]{1,5}|(?:\p{L}\.\s?)+\p{L})$")]
    private static partial Regex LettersAlone();

    [GeneratedRegex(@"(?<!\p{L})(\p{Lu})\1$")]
    private static partial Regex DoubledCapitals();

    [GeneratedRegex(@"\G(\p{Lu})\1\.")]
    private static partial Regex DoubledAhead();

    [GeneratedRegex(@"\G[—–-]\s[""“„«]?(?<first>\p{L})")]
    private static partial Regex TranslationAhead();

    /// <summary>The number of a point that stands in the line: "1. …；2. …".</summary>
    [GeneratedRegex(@"[：；:;]\s?\d{1,2}$")]
    private static partial Regex Enumerated();

    [GeneratedRegex("^https?$")]
    private static partial Regex Address();

}
