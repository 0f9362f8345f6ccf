using System.Globalization;

namespace TemporalVideo.Studio.Words;

/// <summary>Figures that name something instead of counting it: rooms such as "E.04" and "B.2.13", helplines such as 3018.</summary>
internal sealed class NamingNumberRules : RuleParts
{
    public static IEnumerable<SpeechRule> Of(SpeechLexicon lexicon, NumberWords numbers)
    {
        string Part(string figures) => figures[0] == '0' ? numbers.Digits(figures)
            : numbers.Cardinal(int.Parse(figures, CultureInfo.InvariantCulture));
        yield return new PatternRule(
            $@"{Start}(?<![.,/])(?<l>\p{{Lu}})(?:\.(?<n>\d{{1,3}}))+{End}(?![.,]\d|\s?[=<>≈+×·])",
            match => match.Result("$`").TrimEnd() is [.., '=' or '<' or '>' or '≈' or '+' or '×' or '·'] ? null
                : $"{match.Groups["l"].Value} {string.Join(' ', match.Groups["n"].Captures.Select(part => Part(part.Value)))}");
        yield return new PatternRule(
            $@"{Start}PM(?<n>[₀-₉]{{1,2}}(?:[.,][₀-₉])?|\d{{1,2}}[.,]\d){End}(?![.,]\d)",
            match => Scripted.Plain(match.Groups["n"].Value).Split('.', ',') is var parts
                ? $"P M {numbers.Say(new Figures(parts[0], parts.Length > 1 ? parts[1] : null), inWords: true)}" : null);
        yield return new PatternRule(
            $@"{Start}Q(?<a>\d{{1,2}})\s?[–-]\s?(?<q>Q)?(?<b>\d{{1,2}}){End}(?!\s?[–.,-]\d)",
            match => int.Parse(match.Groups["a"].Value, CultureInfo.InvariantCulture) is var first
                && int.Parse(match.Groups["b"].Value, CultureInfo.InvariantCulture) is var last && first < last
                ? lexicon.Phrase("range", $"Q {numbers.Cardinal(first)}",
                    (match.Groups["q"].Success ? "Q " : "") + numbers.Cardinal(last)) : null);
        if (lexicon.Language == "fr")
        {
            // Short numbers of four figures are said in pairs.
            yield return new PatternRule(
                @"(?<=\b(?:[Aa]ppel\w*|[Cc]ompos\w*|[Ss]ignal\w*|[Nn]uméros?|[Cc]ontact\w*|[Jj]oindre"
                    + @"|[Tt]él\w*\.?)\b[^.;!?]{0,24}[\s\u00A0])"
                    + $@"(?<a>[13]\d)(?<b>\d\d){End}(?![\s\u00A0](?:\p{{Ll}}{{4,}}|€|\d))",
                match => $"{Part(match.Groups["a"].Value)} {Pair(match.Groups["b"].Value)}");
        }

        string Pair(string figures) => figures[0] == '0' ? numbers.Digits(figures) : Part(figures);
    }
}
