using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>A sentence and where it begins in the text it was cut from.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="Text">The sentence with its closing marks, without space around it.</param>
public sealed record SentenceSpan(int Start, string Text)
{
    /// <summary>Ends a sentence that has no mark at its end: a line separator, U+2028.</summary>
    public const char EndOfLine = '\u2028';
}

/// <summary>
/// Cuts plain text into sentences, in scripts with capitals and without. Abbreviations, initials, ordinals and decimals end none; an empty
/// line ends one.
/// Nothing but space between sentences is left out.
/// </summary>
public static partial class Sentences
{
    /// <summary>Thai ends sentences with a space, and clauses too; shorter pieces stay together.</summary>
    private const int ShortestThai = 30;

    /// <summary>A day, a month, a year and its short form are no sentence: "12 апреля 1961 г. Юрий Гагарин".</summary>
    private const int MostBlanksOfADate = 3;

    private const int LongestBracket = 120;

    private static readonly HashSet<string> WithoutCase =
        ["ar", "fa", "ur", "he", "hi", "mr", "ne", "bn", "pa", "gu", "ta", "te", "kn", "ml", "th", "lo", "my", "km", "ka", "am", "ja", "zh",
            "cmn", "yue", "ko"];

    private static readonly HashSet<string> WithDottedOrdinals =
        ["de", "da", "nb", "nn", "no", "fi", "is", "et", "lv", "cs", "sk", "pl", "hu", "sl", "hr", "sr", "bs", "tr", "lb"];

    private static readonly HashSet<string> WithDanda = ["hi", "mr", "ne", "bn", "pa"];

    /// <summary>Words of other languages that end in a consonant.</summary>
    private static readonly HashSet<string> NoCutWords =
        ["non", "con", "per", "del", "nel", "dal", "bar", "sport", "film", "gas", "bus", "autobus", "computer", "internet", "club", "test",
            "web", "smog", "tram", "robot", "chat", "clic", "ticket", "tic", "block", "snack", "look", "rock", "blog", "online"];

    private static readonly HashSet<string> Common =
        ["dr", "mr", "mrs", "ms", "prof", "st", "vs", "no", "nr", "fig", "ca", "cf", "e.g", "i.e", "p", "pp", "mt", "jr", "dipl", "tel"];

    /// <summary>Short words without a vowel that stand in full at the end of a sentence.</summary>
    private static readonly HashSet<string> Units =
        ["km", "cm", "mm", "nm", "kg", "mg", "ml", "cl", "dl", "hl", "ft", "lb", "kb", "mb", "gb", "hr", "hrs", "tv", "cd", "pc", "pm",
            "bpm", "mmHg", "mmhg", "rpm", "mph", "ppm"];

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

        if (mark == "." && JournalNames.GoOn(before, next, Openers(code).Contains(next), text.AsSpan(match.Index)))
        {
            return false;
        }

        var word = LastWord().Match(before).Groups["word"].Value;
        if (code == "de" && ShortNames.CountYears(before) && !Openers(code).Contains(next))
        {
            return false;
        }

        if (WithoutCase.Contains(code))
        {
            return !Common.Contains(word.ToLowerInvariant()) && !Enumerated().IsMatch(before);
        }

        return !IsAbbreviation(before, word, next, code, lexicon) && !IsOrdinal(before, word, next, code, lexicon)
            && (!isLower || EquationAhead().IsMatch(text, match.Index + match.Length) || (word.Length > 3 && word.All(char.IsLetter) && !closesWords)
                || (match.Groups["close"].Length == 0 && word.Length > 1 && word.All(char.IsDigit)));
    }

    /// <summary>
    /// Letters with stops alone, "N.B.", "I.", say nothing by themselves; a plural of doubled capitals has two stops, "CC. AA."; and where
    /// sentences end with a sign of their own, a stop ends none.
    /// </summary>
    private static bool IsNoSentence(string before, string text, Match match, string code) =>
        LettersAlone().IsMatch(before) || (DoubledCapitals().IsMatch(before) && DoubledAhead().IsMatch(text, match.Index + match.Length))
        || (WithDanda.Contains(code) && text.Contains('।', StringComparison.Ordinal));

    /// <summary>Where words end in few consonants, one that ends in another is cut: "1 cucch. d'olio", "350 dip. de".</summary>
    private static bool IsCut(string word, string next, string code) =>
        !char.IsUpper(next[0]) && word.Length > 2 && word.All(char.IsLetter) && !NoCutWords.Contains(word.ToLowerInvariant()) && code switch
        {
            "it" => !"aeiouàèéìòù".Contains(char.ToLowerInvariant(word[^1]), StringComparison.Ordinal),
            "es" => "bcfghkmpqtv".Contains(char.ToLowerInvariant(word[^1]), StringComparison.Ordinal),
            "pt" => "bcdfghjkpqtv".Contains(char.ToLowerInvariant(word[^1]), StringComparison.Ordinal),
            _ => false,
        };

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

    /// <summary>"26 abr. 1937", "jul.–nov. 1938": a short month before a year, behind a day, a dash or nothing.</summary>
    private static bool IsShortMonth(string before, string word, string next, SpeechLexicon lexicon) =>
        char.IsAsciiDigit(next[0]) && lexicon.MonthShort.ContainsKey($"{word}.") && DayBefore().IsMatch(before[..^word.Length]);

    /// <summary>Whether a text only says when, "Nel I sec. a.C.", so that no sentence ends with it.</summary>
    internal static bool IsOnlyWhen(string before) => OnlyWhen().IsMatch(before);

    private static bool IsAbbreviation(string before, string word, string next, string code, SpeechLexicon? lexicon)
    {
        var opens = Openers(code).Contains(next);
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

    /// <summary>"1. The first" at the start, "der 3. Oktober" in languages whose ordinals bear a stop.</summary>
    private static bool IsOrdinal(string before, string word, string next, string code, SpeechLexicon? lexicon)
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

    /// <summary>"It boils.Then it cools": the space is missing.</summary>
    private static bool IsGluedEnd(string text, Match match)
    {
        var word = LastWord().Match(text[..match.Index]).Groups["word"].Value;
        return word.Length > 2 && word.All(char.IsLower);
    }

    private static bool EndsWith(string before, string item) =>
        before.EndsWith(item, StringComparison.Ordinal)
            && (before.Length == item.Length || !char.IsLetterOrDigit(before[^(item.Length + 1)]));

    private static void Add(List<SentenceSpan> spans, string text, int start, int stop)
    {
        var piece = text[start..stop];
        var trimmed = piece.Trim();
        if (trimmed.Length > 0)
        {
            spans.Add(new SentenceSpan(start + piece.Length - piece.TrimStart().Length, trimmed));
        }
    }

    private static HashSet<string> Openers(string code) => SentenceOpeners.Of(code);

    /// <summary>Places where a sentence may end: an empty line, a full-width stop, a stop before space, a stop before a capital, a space in
    /// Thai.</summary>
    /// <summary>What stands before a short month: nothing, a day, a dash, a bracket or a small word.</summary>
    [GeneratedRegex(@"(?:^|[\d(–—/-]|\b(?:de|del|en|desde|hasta|di|da|nel|em|até|le|from|since|until|in|by)|[.!?]\s)\s*$")]
    private static partial Regex DayBefore();

    [GeneratedRegex(
        "(?<blank>(?<stop>)\\s*\\n\\s*\\n\\s*|(?<stop>)\\s*\u2028\\s*|(?<stop>)\\s*\\n\\s*(?=[b-h]\\)\\s\\S))"
        + "|(?<full>(?<stop>;)(?<=[\\u0370-\\u03FF\\u1F00-\\u1FFF];))(?=\\s)"
        + "|(?<full>(?<stop>[。！？।॥።]+[\"'”’」』）)】»]*))"
        + "|(?<stop>(?<mark>[.!?…؟۔]+)(?<close>(?:[\"'”“’‘)\\]»›]|[ \\u00A0\\u202F]»(?<=«[^«»]*»))*))(?:(?=\\s)\\s+(?![»›])|$)"
        + "|(?<glued>(?<stop>[.!?])(?=\\p{Lu}\\p{Ll}))"
        + "|(?<thai>(?<stop>(?<=[\\u0E00-\\u0E7F])\\s+)(?=[\\u0E00-\\u0E7F]))")]
    private static partial Regex Candidate();

    /// <summary>"3./4. Stunde".</summary>
    [GeneratedRegex(@"\d\./\d{1,2}$")]
    private static partial Regex OrdinalPair();

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

    /// <summary>A name or an initial stands before: "J. R. R. Tolkien", "John F. Kennedy".</summary>
    [GeneratedRegex(@"(?:^|\s)\p{Lu}\p{L}*\.?\s\p{Lu}$|^\p{Lu}$|(?:^|\s)\p{Ll}\.\s?\p{L}$")]
    private static partial Regex InitialBefore();

    /// <summary>"Table 2." before the words of a caption, "Step 1." before what is done.</summary>
    [GeneratedRegex(@"^\s*(?:Table|Figure|Fig|Step|Rule|Question|Exercise|Example|Box|Lesson|Unit|Part|Case|Task|Tabelle|Abbildung"
        + @"|Schritt|Regel|Frage|Aufgabe|Beispiel"
        + @"|Tableau|Étape|Exemple|Question|Tabla|Figura|Paso|Ejemplo|Tabella|Passo|Esempio|Tabela|Exemplo)\.?\s\d{1,3}(?:\.\d+)?$")]
    private static partial Regex Caption();

    [GeneratedRegex(@"\G\((?![^()]*[.!?]\))[^()]{1,60}\)(?:\s\p{Ll}|[,;:])")]
    private static partial Regex Aside();

    /// <summary>A time is no sentence: "Im 5. Jh. v. Chr. …", "Nel I sec. a.C. …".</summary>
    [GeneratedRegex(@"^\s*(?:Nel|Dal|Fino al|In|Im|Um|Ab|Seit|Bis|Vom|En|Au|Vers|Dès|Hacia|Desde|Em|No|By|Around|From)\s"
        + @"(?:(?:the|el|il|año|anno|ano|l['’]an|Jahr|Jahre|s|sec|secolo|siglo|século|séc|siècle|Jh|Jahrhundert|century|\d[\d.]*|[IVX]+e?)\.?\s)*"
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

    /// <summary>The end of a range, a decimal or a bracket is no ordinal.</summary>
    [GeneratedRegex(@"(?:\d[–,-]|[=≈]\s?)\d\d?[)\]""”»]*$|\d[)\]]$")]
    private static partial Regex Counted();

    [GeneratedRegex("^https?$")]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:\p{L}\.)+\p{L}$")]
    private static partial Regex DottedLetters();

    [GeneratedRegex(
        @"(?:^|\s)(?:der|die|das|dem|den|des|im|am|vom|zum|zur|beim|jede[rsmn]?|eine?[rsmn]?|seit|bis|ihre?[rmn]?|seine?[rmn]?"
            + @"|unsere?[rmn]?)\s\d\d?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex GermanArticle();
}
