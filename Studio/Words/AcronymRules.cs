using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Acronyms, spelt or said as a word, and Roman numerals.</summary>
internal sealed partial class AcronymRules : RuleParts
{
    private const int ShortestWord = 4;

    /// <summary>Monarchs and popes whose number may be a single sign.</summary>
    private const string Names =
        "Elizabeth|Charles|James|Henry|William|Edward|Napoleon|Francis|Peter|Catherine|Nicholas|Mary|George|Richard|Louis|Philip"
            + "|Frederick|Leopold|Alexander"
        + "|Karl|Wilhelm|Friedrich|Heinrich|Otto|Ludwig|Philipp|Napoléon|François|Henri|Carlos|Felipe|Alfonso|Isabel|Fernando|Pedro|João"
        + "|Vittorio Emanuele|Umberto";

    /// <summary>What can be said as a word of three letters or more: OIL, RIG, SOH, FACE.</summary>
    private const string Syllable =
        "(?=[A-Z]{3,6}\\b)(?:[BCDFGHJKLMNPRSTVWXYZ]|[BCFGPS]L|[BCDFGPT]R|S[CHKMNPTW]|[CT]H|QU|[TW]H)?[AEIOUY]{1,2}"
            + "(?:[BCDFGHKLMNPRSTVWXYZ]{1,2}[AEIOUY]{1,2})*(?:[BCDFGHKLMNPRSTVWXYZ]|[LNR][DKT]|CK|S[HT]|[CT]H|LL|SS|NG|RS)?E?";

    /// <summary>English words, titles and names that have none.</summary>
    private const string WithoutVowels =
        "(?:M[rst]|Mrs|St|[JS]r|Ltd|Ng|nth|vs|[Hh]m+|[Mm]m+|[Ss]h+|[Bb]r+|[Tt]sk|[Pp]s+t|[Pp]fft|[Cc]wm|Yr)";

    private const string InSyllables = @"(?:\p{Lu}{2,5}-\p{Ll}{2,}|\p{Ll}{2,}-\p{Lu}{2,5})";

    /// <summary>Initials that look like words beside each other.</summary>
    private static readonly HashSet<string> NotWords = ["USA", "CIA", "FAQ", "IUD", "UEFA", "UAE", "SUV", "HIV", "WHO", "DIY"];

    private static readonly string[] Counted =
    [
        "War", "Chapter", "Part", "Act", "Type", "Phase", "Article", "Volume", "Stage", "Level", "Figure", "Table", "Class", "Section",
            "Weltkrieg", "Kapitel",
        "Teil", "Akt", "Typ", "Phase", "Guerre", "Chapitre", "Partie", "Acte", "Capítulo", "Parte", "Acto", "Guerra", "Capitolo", "Atto",
            "Mondiale", "mondiale",
        "Apollo", "Grade", "siglo", "século", "Rocky",
    ];

    public static IEnumerable<SpeechRule> Of(SpeechLexicon lexicon, NumberWords numbers)
    {
        yield return new PatternRule(
            $@"(?<=(?<before>[\p{{L}}]+)\s)(?<r>[IVX]+)(?:\.(?=\s\p{{Ll}}))?{End}", match => Roman(lexicon, numbers, match));
        yield return new PatternRule(
            $@"{Start}(?:\p{{Lu}}\.){{2,}}(?<end>(?=\s*$))?", match =>
                Spelt(match.Value.Replace(".", "", StringComparison.Ordinal)) + (match.Groups["end"].Success ? "." : ""));
        yield return new PatternRule(
            $@"{Start}(?<a>\p{{Lu}}{{1,3}})&(?<b>\p{{Lu}}{{1,3}}){End}",
            match => $"{Spelt(match.Groups["a"].Value)} {lexicon.Signs["&"]} {Spelt(match.Groups["b"].Value)}");
        yield return new PatternRule($@"{Start}\p{{Lu}}\p{{Ll}}\p{{Lu}}{{2,3}}{End}", match => Spelt(match.Value.ToUpperInvariant()));
        yield return new PatternRule(
            $@"{Start}{Syllable}(?:\s(?:{Syllable}|(?<=\s)[A-Z](?=\s)))*\s{Syllable}{End}",
            match => IsInCapitals(match) || Array.Exists(match.Value.Split(' '), NotWords.Contains) || IsRhyme(match) ? null
                : string.Join(' ', match.Value.Split(' ').Select(word => word.Length == 1 ? word : word.ToLowerInvariant())));
        yield return new PatternRule($"{Start}{InSyllables}{End}", match => IsScanned(match)
            ? match.Value.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant() : null);
        yield return new PatternRule(
            $@"{Start}(?<letters>(?![Α-Ω])\p{{Ll}}?(?:(?![Α-Ω])\p{{Lu}}){{2,6}})(?<many>s)?{End}",
            match => Acronym(lexicon, match));
        if (lexicon.Language == "en")
        {
            yield return new PatternRule(
                $@"(?<![\p{{L}}\p{{N}}'’.]|\p{{L}}-|(?<!\p{{L}})\p{{Lu}}\s)(?!{WithoutVowels}(?!\p{{L}}))[B-DF-HJ-NP-TV-XZ]?"
                    + $@"[bcdfghjklmnpqrstvwxz]{{1,3}}(?<=\p{{L}}{{2}}){End}(?!\.\p{{L}}|-\p{{L}}|['’])",
                match => lexicon.Abbreviations.ContainsKey(match.Value) || lexicon.Units.ContainsKey(match.Value)
                    || (lexicon.Abbreviations.ContainsKey($"{match.Value}.") && match.Result("$'").TrimStart() is [(>= '0' and <= '9'), ..])
                    ? null : Spelt(match.Value.ToUpperInvariant()));
        }
    }

    private static string? Acronym(SpeechLexicon lexicon, Match match)
    {
        var letters = match.Groups["letters"].Value;
        if (lexicon.Said.Contains(letters) || IsInCapitals(match))
        {
            return null;
        }

        if (lexicon.Emphasis.Contains(letters) || IsScanned(match)
            || (lexicon.Language is "fr" or "es" or "it" or "pt" && Accented().IsMatch(letters)))
        {
            return letters.ToLowerInvariant();
        }

        return letters.Count(char.IsUpper) >= ShortestWord && IsPronounceable(letters) && !IsRhyme(match) ? null
            : Spelt(letters) + (match.Groups["many"].Success ? "s" : "");
    }

    /// <summary>"TY-ger BURN-ing BRIGHT": capitals show which syllables are stressed.</summary>
    private static bool IsScanned(Match match) => Syllables().Count(match.Result("$_")) is var words
        && (words > 2 || (words > 0 && Verse().IsMatch(match.Result("$_"))));

    /// <summary>"ABAB CDCD": lines that rhyme, letter by letter.</summary>
    private static bool IsRhyme(Match match) => match.Value.All(letter => letter is (>= 'A' and <= 'H') or ' ')
        && Verse().IsMatch(match.Result("$_"));

    private static string? Roman(SpeechLexicon lexicon, NumberWords numbers, Match match)
    {
        var before = match.Groups["before"].Value;
        if (RomanNumerals.Value(match.Groups["r"].Value) is not { } value)
        {
            return null;
        }

        if (Counted.Contains(before) || Counted.Contains(before.TrimEnd('s')))
        {
            return numbers.Cardinal(value);
        }

        var named = NamesOnly().IsMatch(before);
        if (!char.IsUpper(before[0]) || (!named && match.Groups["r"].Length == 1) || before == before.ToUpperInvariant())
        {
            return null;
        }

        return lexicon.Phrases["king"]
            .Replace("{ordinal}", numbers.Ordinal(value), StringComparison.Ordinal)
            .Replace("{to_ten}", value <= 10 ? numbers.Ordinal(value) : numbers.Cardinal(value), StringComparison.Ordinal)
            .Replace("{first}", value == 1 ? numbers.Ordinal(1) : numbers.Cardinal(value), StringComparison.Ordinal);
    }

    private static string Spelt(string letters) => string.Join(' ', letters.ToCharArray());

    /// <summary>Vowels and consonants take turns, so that it can be read as a word.</summary>
    private static bool IsPronounceable(string letters) => !Unpronounceable().IsMatch(letters)
        && letters.Any(letter => "AEIOUY".Contains(letter, StringComparison.Ordinal));

    /// <summary>A text in capitals throughout shouts; it has no acronyms, unless it is a formula.</summary>
    private static bool IsInCapitals(Match match)
    {
        var letters = (match.Result("$`") + match.Result("$'")).Where(char.IsLetter).ToList();
        return !match.Result("$_").Contains('=', StringComparison.Ordinal) && letters.Count >= 3 && !letters.Any(char.IsLower);
    }

    [GeneratedRegex(Start + InSyllables + End)]
    private static partial Regex Syllables();

    /// <summary>Initials bear no accents.</summary>
    [GeneratedRegex("[À-ÖØ-Ý]")]
    private static partial Regex Accented();

    [GeneratedRegex("[BCDFGHJKLMNPQRSTVWXZ]{3}")]
    private static partial Regex Unpronounceable();

    [GeneratedRegex(
        @"\b(?:rhym|octave|sestet|quatrain|stanza|sonnet|Reim|Strophe|rime|rima|quartet|terzin|tercet|estrofa"
        + @"|metre|stress|syllab|iamb|troch|pronounc|Silbe|beton)", RegexOptions.IgnoreCase)]
    private static partial Regex Verse();

    [GeneratedRegex($"^(?:{Names})$")]
    private static partial Regex NamesOnly();
}
