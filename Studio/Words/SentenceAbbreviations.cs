using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Words whose stop ends no sentence: abbreviations, initials, units, short months, what only says when something was.</summary>
internal static partial class SentenceAbbreviations
{
    /// <summary>A day, a month, a year and its short form are no sentence: "12 апреля 1961 г. Юрий Гагарин".</summary>
    private const int MostBlanksOfADate = 3;

    /// <summary>Words of other languages that end in a consonant.</summary>
    private static readonly HashSet<string> NoCutWords =
        ["non", "con", "per", "del", "nel", "dal", "bar", "sport", "film", "gas", "bus", "autobus", "computer", "internet", "club", "test",
            "web", "smog", "tram", "robot", "chat", "clic", "ticket", "tic", "block", "snack", "look", "rock", "blog", "online"];

    public static readonly HashSet<string> Common =
        ["dr", "mr", "mrs", "ms", "prof", "st", "vs", "no", "nr", "fig", "ca", "cf", "e.g", "i.e", "p", "pp", "mt", "jr", "dipl", "tel"];

    /// <summary>Short words without a vowel that stand in full at the end of a sentence.</summary>
    private static readonly HashSet<string> Units =
        ["km", "cm", "mm", "nm", "kg", "mg", "ml", "cl", "dl", "hl", "ft", "lb", "kb", "mb", "gb", "hr", "hrs", "tv", "cd", "pc", "pm",
            "bpm", "mmHg", "mmhg", "rpm", "mph", "ppm"];

    /// <summary>Whether a word before a stop is one.</summary>
    /// <param name="before">The sentence so far, without the stop.</param>
    /// <param name="word">Its last word.</param>
    /// <param name="next">The word behind the stop.</param>
    /// <param name="code">ISO 639 code of the language.</param>
    /// <param name="lexicon">Of the language; null where it has none.</param>
    public static bool Are(string before, string word, string next, string code, SpeechLexicon? lexicon)
    {
        var opens = SentenceOpeners.Of(code).Contains(next);
        if (lexicon is not null)
        {
            if (IsShortMonth(before, word, next, lexicon))
            {
                return true;
            }

            if (lexicon.SentenceMaybe.Contains(word)
                || lexicon.SentenceMaybe.Any(item => item.Contains(' ', StringComparison.Ordinal) && EndsWith(before, item)))
            {
                return !char.IsUpper(next[0]) || IsOnlyWhen(before) || (word.Length < 4 && char.IsUpper(word[0]) && !opens);
            }

            if (lexicon.SentenceAbbreviations.Contains(word)
                || lexicon.SentenceAbbreviations.Any(item => item.Contains(' ', StringComparison.Ordinal) && EndsWith(before, item)))
            {
                return !(code == "en" && word is "No" or "no" && !char.IsDigit(next[0]));
            }
        }
        else if (Common.Contains(word.ToLowerInvariant()) || PlainLanguage.For(code)?.IsAbbreviation(before, word, next) == true)
        {
            return true;
        }

        if (IsCut(word, next, code))
        {
            return true;
        }

        var isKnown = lexicon is null && PlainLanguage.For(code)?.Abbreviations.Contains(word) == true;
        if (!isKnown && Consonants().IsMatch(word) && !Units.Contains(word) && !opens
            && (!AfterFigure().IsMatch(before)
                || (char.IsAsciiDigit(next[0]) && char.IsUpper(word[0]) && lexicon?.Units.ContainsKey(word) == false)))
        {
            return true;
        }

        var isUnit = lexicon is null && word.Length == 1 && char.IsLower(word[0]) && before.Count(char.IsWhiteSpace) > MostBlanksOfADate
            && CountedBefore().IsMatch(before);
        var isInitial = word.Length == 1 && !isUnit && before[^1] == word[0] && char.IsLetter(word[0])
            && !(word == "I" && code == "en") && !before.EndsWith($"^{word}", StringComparison.Ordinal) && !Amount()
            .IsMatch(before);
        return (isInitial && !(opens && !InitialBefore().IsMatch(before))) || (!isKnown && DottedLetters().IsMatch(word) && !opens);
    }

    /// <summary>Whether a text only says when, "Nel I sec. a.C.", so that no sentence ends with it.</summary>
    public static bool IsOnlyWhen(string before) => OnlyWhen().IsMatch(before);

    /// <summary>Where words end in few consonants, one that ends in another is cut: "1 cucch. d'olio", "350 dip. de".</summary>
    private static bool IsCut(string word, string next, string code) =>
        !char.IsUpper(next[0]) && word.Length > 2 && word.All(char.IsLetter) && !NoCutWords.Contains(word.ToLowerInvariant()) && code switch
        {
            "it" => !"aeiouàèéìòù".Contains(char.ToLowerInvariant(word[^1]), StringComparison.Ordinal),
            "es" => "bcfghkmpqtv".Contains(char.ToLowerInvariant(word[^1]), StringComparison.Ordinal),
            "pt" => "bcdfghjkpqtv".Contains(char.ToLowerInvariant(word[^1]), StringComparison.Ordinal),
            _ => false,
        };

    /// <summary>"26 abr. 1937", "jul.–nov. 1938": a short month before a year, behind a day, a dash or nothing.</summary>
    private static bool IsShortMonth(string before, string word, string next, SpeechLexicon lexicon) =>
        char.IsAsciiDigit(next[0]) && lexicon.MonthShort.ContainsKey($"{word}.") && DayBefore().IsMatch(before[..^word.Length]);

    private static bool EndsWith(string before, string item) =>
        before.EndsWith(item, StringComparison.Ordinal)
            && (before.Length == item.Length || !char.IsLetterOrDigit(before[^(item.Length + 1)]));

    /// <summary>What stands before a short month: nothing, a day, a dash, a bracket or a small word.</summary>
    [GeneratedRegex(@"(?:^|[\d(–—/-]|\b(?:de|del|en|desde|hasta|di|da|nel|em|até|le|from|since|until|in|by)|[.!?]\s)\s*$")]
    private static partial Regex DayBefore();

    /// <summary>A time is no sentence: "Im 5. Jh. v. Chr. …", "Nel I sec. a.C. …".</summary>
    [GeneratedRegex(@"^\s*(?:Nel|Dal|Fino al|In|Im|Um|Ab|Seit|Bis|Vom|En|Au|Vers|Dès|Hacia|Desde|Em|No|By|Around|From)\s"
        + @"(?:(?:the|el|il|año|anno|ano|l['’]an|Jahr|Jahre|s|sec|secolo|siglo|século|séc|siècle|Jh|Jahrhundert|century"
        + @"|\d[\d.]*|[IVX]+e?)\.?\s)*"
        + @"(?:[advn]|avr?|apr?)\.?\s?(?:C|Chr|J\.-C)$")]
    private static partial Regex OnlyWhen();

    /// <summary>A unit behind a figure, or behind what it is measured in, is no initial.</summary>
    [GeneratedRegex(@"(?:\b(?:em|in|en)\s|\d[\s\u00A0\u202F]?°?|[€$£%]/)[mglstVAWJNhKCFΩКАВ]$")]
    private static partial Regex Amount();

    /// <summary>Two to four small letters none of which is a vowel.</summary>
    [GeneratedRegex(@"^(?!(.)\1+$)[bcdfghjklmnpqrstvwxzçćčďłńňřśšťźżž]{2,4}$", RegexOptions.IgnoreCase)]
    private static partial Regex Consonants();

    [GeneratedRegex(@"(?:\d[\s\u00A0\u202F]?|[./*~_])\p{L}+$")]
    private static partial Regex AfterFigure();

    /// <summary>A letter that a figure counts: "5 г.", "XIX в."</summary>
    [GeneratedRegex(@"[\d\p{Nd}IVXХ%/][\s\u00A0\u202F]?\p{L}$")]
    private static partial Regex CountedBefore();

    /// <summary>A name or an initial stands before: "J. R. R. Tolkien", "John F. Kennedy".</summary>
    [GeneratedRegex(@"(?:^|\s)\p{Lu}\p{L}*\.?\s\p{Lu}$|^\p{Lu}$|(?:^|\s)\p{Ll}\.\s?\p{L}$")]
    private static partial Regex InitialBefore();

    [GeneratedRegex(@"^(?:\p{L}\.)+\p{L}$")]
    private static partial Regex DottedLetters();
}
