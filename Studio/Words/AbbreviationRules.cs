using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Abbreviations in full.</summary>
internal sealed partial class AbbreviationRules : RuleParts
{
    public static IEnumerable<SpeechRule> Of(SpeechLexicon lexicon)
    {
        foreach (var rule in Bound(lexicon))
        {
            yield return rule;
        }

        var beforeNumber = lexicon.Abbreviations.Keys.Where(lexicon.NeedsNumber.Contains).ToList();
        var free = lexicon.Abbreviations.Keys.Except(beforeNumber).ToList();
        yield return new PatternRule(
            $@"{Start}{AnyOf(beforeNumber)}(?!\p{{L}})(?:(?=[\s\u00A0]*[(\[+]*\d)|(?<=\d[\s\u00A0]*{AnyOf(beforeNumber)}))",
            match => Full(lexicon, match));
        var noon = beforeNumber.Where(text =>
            text.StartsWith("am", StringComparison.Ordinal) || text.StartsWith("pm", StringComparison.Ordinal));
        yield return new PatternRule(
            $@"(?<=\d){AnyOf(noon)}{End}",
            match => Full(lexicon, match));
        var closing = lexicon.SentenceMaybe.Select(text => text + ".").Where(free.Contains);
        yield return new PatternRule($@"{Start}{AnyOf(closing)}(?!\p{{L}})(?<end>(?=\s*$|\s+\p{{Lu}}))?", match => Full(lexicon, match));
        yield return new PatternRule($@"{Start}{AnyOf(free)}(?!\p{{L}})(?<end>(?=\s*$))?", match => Full(lexicon, match));
        yield return new PatternRule($@"(?<=^|[.!?]\s|^[""“„«]){AnyOf(Opening(lexicon, free))}(?!\p{{L}})", match =>
            match.Value[0] + lexicon.Abbreviations[char.ToLowerInvariant(match.Value[0]) + match.Value[1..]] is { } words
                ? char.ToUpperInvariant(words[1]) + words[2..] : null);
        var month = AnyOf(lexicon.MonthShort.Keys);
        yield return new PatternRule(
            $@"{Start}{month}(?=\s?\d|\s?[–-]\s?{month}\s?\d)", match => lexicon.MonthShort[match.Value]);
    }

    /// <summary>What an abbreviation of one letter means by what stands before it, which others would take for a unit.</summary>
    public static string Counted(string text, string language) => language switch
    {
        "de" => WithYears(text),
        "fr" => Soldiers().Replace(text, "hommes"),
        _ => text,
    };

    /// <summary>German years by their letter, "18 J.", where the text is about what is counted in them; else
    /// the letter is a unit.</summary>
    private static string WithYears(string text) => !YearsMeant().IsMatch(text) ? text : CountedYears().Replace(text, match =>
        (match.Groups["n"].Value, YearsDative().IsMatch(match.Result("$`"))) switch
        {
            ("1", var dative) => dative ? "einem Jahr" : "ein Jahr",
            var (many, dative) => $"{many} {(dative ? "Jahren" : "Jahre")}",
        }
            + (match.Groups["stop"].Success && match.Result("$'").Trim().Length == 0 ? "." : ""));

    /// <summary>Act, scene and line in brackets, "(1.7.25–27)", "(I.vii.1)": no number and no version.</summary>
    public static SpeechRule Reference(SpeechLexicon lexicon) =>
        new PatternRule(
            @"(?<=\()(?<a>[IVX]{1,4}|\d)\.(?<b>[ivx]{1,4}|\d{1,2})\.(?<c>\d{1,3})(?:[–-](?<d>\d{1,3}))?(?=\))",
            match => $"{Figure(match.Groups["a"])}, {Figure(match.Groups["b"])}, {(match.Groups["d"].Success
                ? lexicon.Phrase("range", match.Groups["c"].Value, match.Groups["d"].Value) : match.Groups["c"].Value)}");

    /// <summary>Abbreviations as they open a sentence: "Approx.", "Insbes."; a short one is a name as often.</summary>
    private static IEnumerable<string> Opening(SpeechLexicon lexicon, IEnumerable<string> free) =>
        free.Where(text => text.Length > 4 && text[^1] == '.' && char.IsLower(text[0]) && char.IsLetter(text[1]))
            .Select(text => char.ToUpperInvariant(text[0]) + text[1..]).Where(text => !lexicon.Abbreviations.ContainsKey(text));

    /// <summary>Short forms that mean something only beside a number or a name: "Downing St.", "S. 12 f.", "s. XVIII".</summary>
    private static IEnumerable<SpeechRule> Bound(SpeechLexicon lexicon)
    {
        var note = lexicon.Language == "en" ? "Note" : "Nota bene";
        yield return new PatternRule($@"(?<=^|[.!?]\s)N\.?\s?B{End}(?:\.|(?=\s?:|\s\p{{Ll}}))", match =>
            match.Result("$'").TrimStart().StartsWith(':') ? note : note + ",");
        switch (lexicon.Language)
        {
            case "en":
                yield return new PatternRule(@"(?<=\d(?:st|nd|rd|th)\s)c\.(?=\s)", _ => "century");
                yield return new PatternRule(
                    $@"(?<=\b(?:[Nn]ext|[Ll]ast|[Tt]his|[Pp]er|[Ee]ach|[Ee]very|[Oo]ne|[Tt]he|a)\s)wk{End}\.?(?=\s?\S)", _ => "week");
                yield return new PatternRule($@"{Start}[Ww]ks?\.?(?=\s\d)", match => match.Value[0] == 'W' ? "Week" : "week");
                yield return new PatternRule($@"{Start}(?<r>r|b|d|fl)\.(?=\s(?:c\.\s)?(?:AD\s)?\d{{3,4}}{End})", match => match.Value switch
                {
                    "r." => "reigned",
                    "b." => "born",
                    "d." => "died",
                    _ => "active",
                });
                yield return new PatternRule($@"{Start}c\.(?=\s(?:AD|BCE?|CE)\s\d)", _ => "about");
                yield return new PatternRule(@"(?<=[\p{L}\p{N})₀-₉]\s)vs(?=\s)", _ => "versus");
                yield return new PatternRule($@"{Start}H/?[Ww]{End}(?=:|\s\p{{L}})", _ => "Homework");
                yield return Counted("IVXL", ("vol", "volume"), ("ch", "chapter"), ("bk", "book"), ("pt", "part"));
                yield return new PatternRule(@"(?<![\p{L}\p{N}])Qs\.?(?=\s?\d)", _ => "questions");
                yield return new PatternRule($@"{Start}Dr(?=\s\p{{Lu}}\p{{Ll}}|\s\p{{Lu}}\.)", _ => "Doctor");
                yield return new PatternRule($@"{Start}Ps\.?(?=\s\d)", _ => "Psalm");
                yield return new PatternRule($@"{Start}Mt\.?(?=\s\p{{Lu}}\p{{Ll}})", _ => "Mount");
                yield return new PatternRule(@"(?<=\p{Lu}\p{Ll}+\s)Mts(?:\.(?!\s*$))?(?!\p{L})", _ => "Mountains");
                yield return new PatternRule($@"{Start}v\.(?=\s\p{{Ll}}{{3,}})", _ => "very");
                yield return new PatternRule(
                    $@"(?<=\b(?:[Nn]ext|[Oo]n|[Bb]y|[Tt]his|[Ll]ast|[Ee]very|[Ee]ach|[Dd]ue)\s)(?<d>Mon|Tues?|Wed|Thu(?:rs?)?|Fri"
                        + $@"|Sat|Sun){End}\.?"
                        + @"(?<end>(?=\s*$))?",
                    match => CalendarRules.Day(lexicon, match.Groups["d"].Value) + (match.Groups["end"].Success ? "." : ""));
                yield return new PatternRule($@"(?<=[:(]\s?)/(?=\d{{2,3}}{End}(?!/))", _ => "out of ");
                yield return new PatternRule(@"(?<=\p{Lu}[\p{L}’'.]*\s)v\.?(?=\s\p{Lu}\p{Ll})", _ => "versus");
                yield return new PatternRule(@"(?<=\p{Lu}\p{Ll}+\s)St\.(?!\s\p{Lu})", match => match.Result("$'").Trim().Length == 0
                    ? "Street." : "Street");
                break;
            case "de":
                yield return GermanAdjectives.Rule();
                yield return new PatternRule($@"{Start}(?<k>[Kk])onz\.(?=\s\p{{Lu}})", match => $"{match.Groups["k"].Value}onzentrierte");
                yield return new PatternRule($@"{Start}Konz\.(?<end>(?=\s*$))?", match =>
                    "Konzentration" + (match.Groups["end"].Success ? "." : ""));
                yield return new PatternRule($@"{Start}(?<v>[Vv])erd\.(?=\s\p{{Lu}})", match => $"{match.Groups["v"].Value}erdünnte");
                yield return new PatternRule(
                    @"(?<=\b(?:[Nn]ach|[Ss]eit|[Vv]or|[Ii]n|[Mm]it|[Vv]on|[Aa]b|zu)\s\d+\s)Mon\.|(?<=(?<![\d.,])1\s)Mon\.",
                    match => match.Result("$`").EndsWith(" 1 ", StringComparison.Ordinal) ? "Monat" : "Monaten");
                yield return new PatternRule(@"(?<=Abs(?:\.|atz)\s\d+[a-z]?\s)S\.(?=\s\d)", _ => "Satz");
                yield return new PatternRule(@"(?<=\d\s?)ff?\.(?!\p{L})", _ => "folgende");
                yield return new PatternRule($@"{Start}AB(?=\s\d{{1,2}}{End})", _ => "Arbeitsblatt");
                yield return new PatternRule(@"Fr\.(?=\s\p{Lu}\p{Ll})", _ => "Frau");
                yield return new PatternRule(@"(?<=(?<![\d.,])1\s)P(?:kt)?\.(?=[\s,;)]|$)", _ => "Punkt");
                yield return new PatternRule(
                    $@"(?:(?<=\b(?<w>[Bb]is|[Aa]b|[Uu]nter|[Üü]ber|[Mm]it|[Vv]on|[Ss]eit|[Jj]e|[Cc]a\.|[Aa]lter:?)\s)(?<a>\d{{1,3}})"
                        + $@"|{Start}(?<a>\d{{1,3}}\s?[–-]\s?\d{{1,3}}))\s?J\.(?!\d)",
                    match => Regex.Replace(match.Groups["a"].Value, @"\s?[–-]\s?", " bis ")
                        + (match.Groups["w"].Value.ToLowerInvariant() is "ab" or "unter" or "mit" or "von" or "seit" ? " Jahren" : " Jahre")
                        + (match.Result("$'").Trim().Length == 0 ? "." : ""));
                yield return new PatternRule(@"(?<=\d\s)v\.(?=\s\d)|(?<=\p{Lu}\p{Ll}+\s)v\.(?=\s\p{Lu}\p{Ll})", _ => "von");
                yield return new PatternRule(
                    @"(?<=\b(?:[Aa]b|[Mm]it|[Vv]on|[Bb]ei|[Aa]us|[Zz]u|[Nn]ach)\s(?:ca\.\s|mind\.\s)?\d+\s)P(?:kt)?\.(?=[\s,;)])",
                    _ => "Punkten");
                yield return new PatternRule(@"(?<=\d\s?)(?<u>[ET])L(?!\p{L})", match => match.Value == "EL" ? "Esslöffel" : "Teelöffel");
                yield return new PatternRule(
                    @"(?<![\p{L}\p{N}])(?<d>Mo|Di|Mi|Do|Fr|Sa|So)\.?(?=:|\s(?:früh|abend|morgen|nachmittag|vormittag|mittag)\b)",
                    match => CalendarRules.Day(lexicon, match.Groups["d"].Value));
                break;
            case "fr":
                yield return NumberOf("de", "Numéro");
                yield return new PatternRule($@"{Start}[Ee]x\.?(?=\s(?:n[°o]\s?)?\d)", match =>
                    match.Value[0] == 'E' ? "Exercice" : "exercice");
                yield return new PatternRule(
                    @"(?<=\b(?:du|le|au|[àÀ])\s)(?<d>lun|mar|mer|jeu|ven|sam|dim)\.",
                    match => CalendarRules.Day(lexicon, match.Groups["d"].Value));
                yield return new PatternRule(@"(?<=[IVX](?:ᵉ|e|ème|er)\s)s\.", _ => "siècle");
                yield return new PatternRule($@"{Start}v\.(?=\s\d{{2,4}}{End})", _ => "vers");
                foreach (var rule in CourtRules.Of())
                {
                    yield return rule;
                }

                break;
            case "es":
                yield return NumberOf("de", "Número");
                yield return new PatternRule(@"(?<=\b[Ee]l\s|\b[AaDd]e?l\s)1(?=[\s\u00A0]?%)", _ => "uno");
                yield return new PatternRule($@"{Start}[Ee]j\.(?=\s\d)", match => match.Value[0] == 'E' ? "Ejercicio" : "ejercicio");
                yield return new PatternRule(@"(?<![\p{L}\p{N}])c/(?=\s?\d)", _ => "cada");
                yield return new PatternRule(
                    $@"{Start}S\.(?=\s(?:Juan|Pedro|Pablo|José|Francisco|Antonio|Agustín|Ignacio|Miguel|Isidro|Martín|Jorge|Benito"
                        + $@"|Lorenzo|Esteban|Marcos|Mateo|Lucas|Valentín){End})",
                    _ => "San");
                yield return new PatternRule($@"{Start}cap\.(?=\s[IVXLC]+{End})", _ => "capítulo");
                yield return new PatternRule(
                    $@"{Start}gr\.(?=\s\d(?<many>\d?(?:,\s?\d+)*\s[ye]\s\d)?)", match => match.Groups["many"].Success ? "grupos" : "grupo");
                yield return new PatternRule(@"(?<![\p{L}\p{N}])c/(?=\s?\p{Ll})(?!u\b)", _ => "con");
                yield return Century("siglo");
                break;
            case "pt":
                yield return NumberOf("de", "Número");
                yield return new PatternRule($@"{Start}q(?=\s\p{{Ll}}{{2,}})", _ => "que");
                yield return new PatternRule(
                    $@"{Start}gr\.\s(?<r>[IVX]+){End}",
                    match => RomanNumerals.Value(match.Groups["r"].Value) is { } group ? $"grupo {group}" : null);
                yield return new PatternRule(
                    $@"{Start}(?<n>[2-6])\.?[ªa](?:-?\s?f\.|-feira{End})",
                    match => lexicon.Days[match.Groups["n"].Value[0] - '2']);
                yield return new PatternRule(@"(?<=\d\smil\s|\bmilhões\sde\s)hab\.", _ => "habitantes");
                yield return Century("século");
                break;
            case "it":
                yield return NumberOf("di", "Numero");
                yield return new PatternRule(@"(?<=\d[\s\u00A0]|mila\s|milion[ei]\sdi\s)ab\.(?!\s?\d)(?<end>(?=\s*$))?", match =>
                    "abitanti" + (match.Groups["end"].Success ? "." : ""));
                yield return new PatternRule(@"(?<=(?<![\d.,])1\s)(?:cucch|bicch)\.", match =>
                    match.Value[0] == 'c' ? "cucchiaio" : "bicchiere");
                yield return new PatternRule($@"{Start}(?<n>\d{{1,2}})(?:['’]{{2}}|″)(?!\d)", match =>
                    $"{match.Groups["n"].Value} {(match.Groups["n"].Value == "1" ? "secondo" : "secondi")}");
                yield return new PatternRule(@"(?<![\p{L}])sec\.(?=\s[IVX])", _ => "secolo");
                yield return new PatternRule(@"(?<=\b[Aa]rtt?\.\s\d+,\s)c(?:o|omma)?\.(?=\s\d)", _ => "comma");
                yield return new PatternRule(
                    $@"{Start}(?:es|eserc)\.(?=\s\d+(?<many>(?:,\s?\d+)*\s?(?:e|-|–)\s?\d)?)",
                    match => match.Groups["many"].Success ? "esercizi" : "esercizio");
                yield return Counted("IVX", ("cap", "capitolo"), ("sez", "sezione"), ("vol", "volume"));
                break;
        }
    }

    /// <summary>"vol. II", "Cap. IV": what a Roman number counts.</summary>
    private static PatternRule Counted(string digits, params (string Short, string Full)[] words) => new(
        $@"{Start}(?<w>{AnyOf(words.SelectMany(word => (string[])[word.Short, char.ToUpperInvariant(word.Short[0]) + word.Short[1..]]))})"
            + $@"\.\s(?<r>[{digits}]+){End}",
        match => RomanNumerals.Value(match.Groups["r"].Value) is { } value
            ? $"{words.Single(word => word.Short == match.Groups["w"].Value.ToLowerInvariant()).Full} {value}" : null);

    /// <summary>"Nº de alumnos": how many there are.</summary>
    private static PatternRule NumberOf(string of, string word) => new(
        $@"{Start}(?<n>[Nn])\.?[º°]\.?(?=\s{of}\s)", match => match.Groups["n"].Value == "N" ? word : word.ToLowerInvariant());

    /// <summary>"s. XVIII", "séc. XVIII".</summary>
    private static PatternRule Century(string word) => new(
        $@"{Start}(?:s|séc)\.\s(?<r>[IVX]+){End}",
        match => RomanNumerals.Value(match.Groups["r"].Value) is { } century ? $"{word} {century}" : null);

    private static string Figure(Group part) => RomanNumerals.Value(part.Value.ToUpperInvariant()) is { } value ? $"{value}" : part.Value;

    /// <summary>A stop that ends the text, too, stays one.</summary>
    private static string Full(SpeechLexicon lexicon, Match match)
    {
        var words = lexicon.Abbreviations[match.Value.Replace('\u00A0', ' ').Replace('\u202F', ' ')];
        var inside = match.Result("$'").Trim().Length > 0
            && (SentenceAbbreviations.IsOnlyWhen(match.Result("$`") + match.Value.TrimEnd('.'))
            || Regex.IsMatch(match.Value, @"^(?:\p{Lu}\.){2,}$"));
        return !inside && match.Groups["end"].Success && match.Value[^1] == '.' ? words + "." : words;
    }

    /// <summary>Money, interest, punishment and age are counted in years, not in joules.</summary>
    [GeneratedRegex(@"[€%]|\bEUR\b|[Ss]trafe|[Hh]aft|[Zz]ins|[Aa]lter|\balt\b|[Gg]arantie|[Ll]aufzeit"
        + @"|(?<![\d.,])(?:1[1-9]\d\d|20\d\d)(?![\d.,]\d|\s?\p{L}{1,2}(?!\p{L}))")]
    private static partial Regex YearsMeant();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?<n>\d{1,3})\sJ(?<stop>\.)?(?![\p{L}\p{N}])")]
    private static partial Regex CountedYears();

    /// <summary>Thousands of men: "15 000 h. contre 10 000".</summary>
    [GeneratedRegex(@"(?<=\d[\s\u00A0\u202F.]\d{3}[\s\u00A0])h\.(?=\s\p{L}|\))")]
    private static partial Regex Soldiers();

    [GeneratedRegex(@"\b(?:[Nn]ach|[Ss]eit|[Vv]or|[Mm]it|[Vv]on|[Ii]n|[Aa]b|[Uu]nter|bis zu)\s$")]
    private static partial Regex YearsDative();
}
