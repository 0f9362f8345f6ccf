using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>
/// Adjectives that are written short before a noun, with the ending that they most often have there: "die allg. Lage", "der pers. Ehre".
/// </summary>
internal sealed partial class GermanAdjectives : RuleParts
{
    private static readonly Dictionary<string, string> Stems = new(StringComparer.Ordinal)
    {
        ["allg"] = "allgemein",
        ["pers"] = "persönlich",
        ["gesetzl"] = "gesetzlich",
        ["polit"] = "politisch",
        ["wirtsch"] = "wirtschaftlich",
        ["öff"] = "öffentlich",
        ["kath"] = "katholisch",
        ["ev"] = "evangelisch",
        ["engl"] = "englisch",
        ["frz"] = "französisch",
        ["griech"] = "griechisch",
        ["lat"] = "lateinisch",
        ["europ"] = "europäisch",
        ["ehem"] = "ehemalig",
        ["versch"] = "verschieden",
        ["zahlr"] = "zahlreich",
        ["jährl"] = "jährlich",
        ["monatl"] = "monatlich",
        ["durchschn"] = "durchschnittlich",
    };

    public static SpeechRule Rule() => new PatternRule(
        $@"{Start}(?<stem>{AnyOf(Stems.Keys)})\.(?=\s(?<noun>\p{{Lu}})?)",
        match => Stems[match.Groups["stem"].Value]
            + (!match.Groups["noun"].Success ? "" : Weak().IsMatch(match.Result("$`")) ? "en" : "e"));

    [GeneratedRegex(@"\b(?:de[rsmn]|im|am|zu[mr]|vom|beim|eine[nmrs]|ihre[nmrs]|seine[nmrs])\s$", RegexOptions.IgnoreCase)]
    private static partial Regex Weak();
}
