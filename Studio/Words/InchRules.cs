using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>
/// Inches and feet with typed marks: 26", 5′ long. A mark that closes words, or stands behind minutes of an angle, is none.
/// </summary>
internal sealed partial class InchRules : RuleParts
{
    public static IEnumerable<SpeechRule> Of(SpeechLexicon lexicon)
    {
        var isEnglish = lexicon.Language == "en";
        yield return new PatternRule(
            @"(?<=\d|[½⅓⅔¼¾⅛⅜⅝⅞])[""″”](?![\p{L}\p{N}])",
            match => Closes(match) || Minutes().IsMatch(match.Result("$`")) ? null
                : " " + (Sky().IsMatch(match.Result("$_")) ? lexicon.Phrases["arcseconds"] : Inches(lexicon.Language, match)));
        if (isEnglish)
        {
            yield return new PatternRule(@"(?<=\d['′’""″”]\s)[x×](?=\s\d[\d.]*['′’""″”])", _ => "by");
            yield return new PatternRule(@"(?<=\d)['′’](?=\s[×x]\s|\s(?:long|wide|tall|high|deep)\b)", _ => " feet");
        }
    }

    private static string Inches(string language, Match match) => language switch
    {
        "en" => One().IsMatch(match.Result("$`")) || (Noun().IsMatch(match.Result("$'")) && Article().IsMatch(match.Result("$`")))
            ? "inch" : "inches",
        "de" => "Zoll",
        "fr" => One().IsMatch(match.Result("$`")) ? "pouce" : "pouces",
        "es" => One().IsMatch(match.Result("$`")) ? "pulgada" : "pulgadas",
        "it" => One().IsMatch(match.Result("$`")) ? "pollice" : "pollici",
        _ => One().IsMatch(match.Result("$`")) ? "polegada" : "polegadas",
    };

    /// <summary>Words before it have an opening mark without its closing one.</summary>
    private static bool Closes(Match match)
    {
        var before = match.Result("$`");
        return Opens().Count(before) > Closings().Count(before);
    }

    [GeneratedRegex(@"(?:^|[\s(\[])[""“”](?=\S)|[“„]")]
    private static partial Regex Opens();

    [GeneratedRegex(@"(?<=[^\s\d(\[])[""”“](?!\p{L})")]
    private static partial Regex Closings();

    /// <summary>Behind minutes of an angle there are seconds.</summary>
    [GeneratedRegex(@"[′'’]\s?\d{1,2}(?:[.,]\d+)?$|°\s?\d*$")]
    private static partial Regex Minutes();

    /// <summary>How far stars are is measured by seconds of arc.</summary>
    [GeneratedRegex(@"(?i:\bpars?ec|\barcs|parallax|bogensek|paralla|paralax|telescop|teleskop|télescop)|\d\s[kM]?pc\b")]
    private static partial Regex Sky();

    [GeneratedRegex(@"(?:^|[^\d.,/])(?:1|[½⅓⅔¼¾⅛⅜⅝⅞])$")]
    private static partial Regex One();

    /// <summary>What is so large: a 26-inch wheel.</summary>
    [GeneratedRegex(@"^(?:\s(?!(?:long|wide|tall|high|deep|thick|across|apart|below|above|away|between)\b)\p{Ll}{3,}|-\p{L})")]
    private static partial Regex Noun();

    [GeneratedRegex(@"\b(?:[Aa]n?|[Tt]he|[Tt]h(?:is|at|ese|ose)|[Ee]ach|[Ee]very|[Oo]ne|[Tt]wo|[Mm]y|[Yy]our|[Hh]is"
        + @"|[Hh]er)\s(?:(?:[""“]?\p{L}+[""”]?)\s)?"
        + @"[\d.,½⅓⅔¼¾⅛⅜⅝⅞]+$")]
    private static partial Regex Article();
}
