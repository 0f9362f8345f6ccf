using System.Globalization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Amounts of money: "$2.5 million", "£3.50", "5,50 €", "€3bn".</summary>
internal sealed class MoneyRules : RuleParts
{
    private const string Gap = @"[\s\u00A0\u202F\u2009]?";

    private readonly SpeechLexicon _lexicon;
    private readonly NumberWords _numbers;
    private readonly Separators _separators;

    private MoneyRules(SpeechLexicon lexicon, NumberWords numbers, Separators separators) =>
        (_lexicon, _numbers, _separators) = (lexicon, numbers, separators);

    public static IEnumerable<SpeechRule> Of(SpeechLexicon lexicon, NumberWords numbers, Separators separators)
    {
        var rules = new MoneyRules(lexicon, numbers, separators);
        var money = $"(?<money>{AnyOf(lexicon.Currencies.Keys)})";
        var number = separators.Pattern;
        var scale = $@"(?:{Gap}(?<short>{AnyOf(lexicon.Scales.Keys)}){End}|[\s\u00A0](?<scale>{AnyOf(lexicon.ScaleWords)}){End})?";
        yield return new PatternRule(
            $@"(?<=\d[\s\u00A0])(?:EUR|USD|GBP|CHF){End}",
            match => lexicon.Currencies.TryGetValue(match.Value, out var names) ? names[1] : null);
        yield return new PatternRule(
            @"(?<![\p{L}\p{N}$])\${2,4}(?![\p{L}\p{N}$\\])",
            match => string.Join(", ", Enumerable.Repeat(lexicon.Phrases["dollar_sign"], match.Length)));
        yield return new PatternRule(
            @"(?<![\p{L}\p{N}£€¥])(?<money>[£€¥])\k<money>{1,3}(?![\p{N}£€¥])",
            match => lexicon.Currencies[match.Groups["money"].Value][1]);
        if (separators == Separators.Point)
        {
            // Two places behind a comma are cents in any language: a thousand has three.
            yield return new PatternRule(
                $@"{money}{Gap}(?<b>\d{{1,6}},\d\d)(?![.,]?\d)|{Start}(?<b>\d{{1,6}},\d\d){Gap}{money}{End}",
                match => rules.Amount(match, Separators.Comma));
        }

        yield return new PatternRule(
            $@"{money}{Gap}(?<a>{number}){Gap}[–—-]{Gap}(?:{AnyOf(lexicon.Currencies.Keys)})?(?<b>{number})(?!\d){scale}", rules.Range);
        if (lexicon.Language == "en")
        {
            // What costs so much: "a £50 cake".
            yield return new PatternRule(
                $@"(?<=\b(?:[Aa]|[Aa]n|[Tt]his|[Tt]hat|[Ee]very|[Ee]ach|[Oo]ne|[Aa]nother)\s){money}{Gap}(?<b>{number})(?!\d)"
                    + @"(?=\s\p{Ll}{3,})"
                    + $@"(?!\s(?:{AnyOf(lexicon.ScaleWords)}|for|per|and|more|less|each|every|off){End})",
                match => rules.OfPrice(match));
        }

        yield return new PatternRule($@"{money}{Gap}(?<b>{number})(?!\d){scale}", rules.Amount);
        if (lexicon.Language == "en")
        {
            // Lines of a screen are counted with the same letter: 720p.
            yield return new PatternRule(
                $@"{Start}(?<![.,])(?!144|240|360|480|540|720)(?<b>\d{{1,3}}(?:\.\d{{1,2}})?)p{End}",
                match => match.Groups["b"].Value == "1" ? "1 penny"
                    : $"{numbers.Say(separators.Read(match.Groups["b"].Value))} pence");
        }

        yield return new PatternRule($@"{Start}(?<a>{number}){Gap}[–—-]{Gap}(?<b>{number}){scale}{Gap}{money}{End}", rules.Range);
        yield return new PatternRule($@"{Start}(?<b>{number})(?!\d){scale}{Gap}{money}{End}", rules.Amount);
    }

    private string? Range(Match match) => _lexicon.Phrase("range", _numbers.Say(_separators.Read(match.Groups["a"].Value)), Amount(match));

    private string? OfPrice(Match match) => _separators.Read(match.Groups["b"].Value) is { Fraction: null } whole
        ? $"{_numbers.Say(whole, inWords: true)}-{_lexicon.Currencies[match.Groups["money"].Value][0]}" : null;

    private string Amount(Match match) => Amount(match, _separators);

    private string Amount(Match match, Separators separators)
    {
        var figures = separators.Read(match.Groups["b"].Value);
        var words = _lexicon.Currencies[match.Groups["money"].Value];
        var scale = match.Groups["scale"].Success ? match.Groups["scale"].Value
            : _lexicon.Scales.GetValueOrDefault(match.Groups["short"].Value);
        if (scale is not null)
        {
            return Scaled(_numbers.Say(figures), scale, words[1]);
        }

        var whole = new Figures(figures.Whole, null);
        var cents = figures.Fraction is { Length: 2 } fraction ? int.Parse(fraction, CultureInfo.InvariantCulture) : (int?)null;
        return (figures.Fraction, cents) switch
        {
            (null, _) or (_, 0) => $"{One(whole, words)} {Plural(whole, words)}",
            (_, { } part) when whole.Amount == 0 => $"{part} {words[part == 1 ? 2 : 3]}",
            (_, { } part and < 10) => $"{One(whole, words)} {Plural(whole, words)} {_lexicon.Signs["&"]} {part} {words[part == 1 ? 2 : 3]}",
            (_, { } part) => $"{One(whole, words)} {Plural(whole, words)} {part}",
            _ => $"{_numbers.Say(figures)} {words[1]}",
        };
    }

    private string Scaled(string amount, string scale, string money)
    {
        var isThousand = scale == _lexicon.ScaleWords[0] || scale == _lexicon.ScaleWords[1];
        var of = isThousand ? "" : _lexicon.Phrases.GetValueOrDefault("of_money", "");
        return of.Length > 0 && _lexicon.Language == "fr" && "aeiouAEIOU".Contains(money[0], StringComparison.Ordinal)
            ? $"{amount} {scale} d'{money}" : $"{amount} {scale} {of}{money}";
    }

    private string One(Figures whole, string[] words) =>
        whole.Whole == "1" ? _numbers.One(words.Length > 4 ? words[4] : "m") : _numbers.Say(whole);

    private string Plural(Figures whole, string[] words) =>
        words[whole.Whole == "1" || (_lexicon.Language == "fr" && whole.Amount < 2) ? 0 : 1];
}
