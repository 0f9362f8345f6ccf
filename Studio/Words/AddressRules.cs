using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Web and mail addresses, telephone numbers and versions.</summary>
internal sealed class AddressRules : RuleParts
{
    private const string Domains = "com|org|net|edu|gov|info|eu|uk|de|fr|es|it|pt|br|at|ch|io";

    public static IEnumerable<SpeechRule> Of(SpeechLexicon lexicon, NumberWords numbers, Separators separators)
    {
        string Host(string host) =>
            string.Join($" {lexicon.Phrases["dot"]} ", Regex.Replace(host, "^www\\.", "").Split('.')).Replace('-', ' ').Replace('_', ' ');

        string Digits(Match match) =>
            (match.Value[0] == '+' ? lexicon.Phrases["plus"] + " " : "") + string.Join(", ", Regex.Split(match.Value, "[^0-9]+")
            .Where(part => part.Length > 0).Select(numbers.Digits));

        string? Version(Match match)
        {
            var thousands = separators == Separators.Comma && Regex.IsMatch(match.Value, @"^[1-9]\d{0,2}(?:\.\d{3})+$");
            return thousands ? null : Pointed(match.Groups["v"].Value);
        }

        string Pointed(string version) => string.Join(
            $" {lexicon.Phrases["point"]} ", version.Split('.').Select(part => numbers.Say(new Figures(part, null), inWords: true)));

        yield return new PatternRule(
            @"[\w.+-]+@(?<host>[\w-]+(?:\.[\w-]+)+)",
            match => $"{Host(match.Value.Split('@')[0])} {lexicon.Phrases["at"]} {Host(match.Groups["host"].Value)}");
        yield return new PatternRule(
            @"(?:https?://|www\.)(?<host>[\w-]+(?:\.[\w-]+)*)(?:[^\s<>()]*[^\s<>().,;:!?])?", match => Host(match.Groups["host"].Value));
        yield return new PatternRule(
            $@"{Start}(?<host>[a-z0-9-]{{2,}}(?:\.[a-z0-9-]+)*\.(?:{Domains}))(?:/[^\s<>()]*[^\s<>().,;:!?])?{End}", match =>
                Host(match.Groups["host"].Value));
        string Slashed(string path) => Regex.Replace(path, @"[/\\]", stroke =>
            $" {(stroke.Value == "/" ? lexicon.Code["/"] : lexicon.Phrases["backslash"])} ").Replace("~", lexicon.Code["~"]).Trim();

        yield return new PatternRule(
            @"(?<=^|[\s(""“„«'‘])~?/(?:(?:mnt|home|etc|usr|var|tmp|opt|dev|bin|srv|root|proc|sys|lib|Users)(?=/|\b)|(?<=~/)[\w-]+)"
                + @"(?:/[\w.-]*\w)*/?",
            match => Slashed(match.Value));
        yield return new PatternRule(
            @"(?<=^|[\s(""“„«'‘])(?<drive>[A-Z]):\\(?<path>\w[\w.-]*(?:\\[\w.-]+)*)?(?<!\.)",
            match => $"{match.Groups["drive"].Value} {Slashed("\\" + match.Groups["path"].Value)}");
        yield return new PatternRule(
            $@"\+\d{{1,3}}(?:[ \u00A0./-]?\(?\d{{2,}}\)?){{2,6}}{End}|\(\d{{2,5}}\) ?\d{{3,5}}-\d{{4}}{End}"
                + $@"|{Start}\d{{3}}-(?:\d{{3}}-)?\d{{4}}{End}"
            + $@"|{Start}0\d{{1,4}}[ /-]\d{{3,}}(?:[ -]\d{{2,}})*(?:-\d{{1,4}})?{End}|{Start}0\d(?:[ .]\d\d){{4}}{End}",
            Digits);
        yield return new PatternRule(
            @"(?<=(?:\b[Tt][eé]l|\b[Tt]fno|[Tt]el[eé]fono|[Tt]elefone?|[Tt]éléphone|\b[Ii]nfo|\b[Pp]hone|\b[Cc]all|\b[Rr]ing)\.?:?\s"
                + @")\d{2,4}(?:[ /-]\d{2,4}){1,4}(?![\d.,:]*\d|\s?[–-])",
            Digits);
        yield return new PatternRule($@"{Start}(?<v>\d+(?:\.\d+){{2,}}){End}(?!\.\d)", match => IsDate(match.Value) ? null
            : Version(match));
        yield return new PatternRule($@"{Start}v(?<v>\d+(?:\.\d+)*){End}", match =>
            $"{lexicon.Phrases["version"]} {Pointed(match.Groups["v"].Value)}");
        yield return new PatternRule(
            $@"(?<=(?:[Vv]ersion|[Vv]ersión|[Vv]ersione|[Vv]ersão|Python|Java|PHP|Ubuntu|iOS|Android)\s)(?<v>\d+\.\d+){End}",
            match => Pointed(match.Groups["v"].Value));
    }

    private static bool IsDate(string text) => Regex.IsMatch(text, @"^(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.\d{4}$");
}
