using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Endings of German ordinals by the word before them.</summary>
internal static partial class GermanOrdinals
{
    /// <summary>After an article in the nominative, and after forms like <c>jede</c>: "der dritte"; else "am dritten".</summary>
    public static bool EndsInE(Match match) => NominativeBefore().IsMatch(Before(match));

    /// <summary>"ein dritter", or at the start: "dritter Schritt".</summary>
    public static bool EndsInEr(Match match) => Before(match) is { } before && (before.Trim().Length == 0 || EinBefore().IsMatch(before));

    /// <summary>A date that opens a line, a bracket or an entry: "3. Februar: Klassenarbeit" is the third of February.</summary>
    public static bool OpensDate(Match match) => OpeningBefore().IsMatch(Before(match));

    /// <summary>What the ordinal ends in before a noun without an article: "dritte Stunde", "zweites Mal", "erster Schritt".</summary>
    /// <param name="noun">The text from the noun on.</param>
    public static string EndingBefore(string noun) => NeuterNoun().IsMatch(noun) ? "s" : FeminineNoun().IsMatch(noun) ? "" : "r";

    private static string Before(Match match)
    {
        var text = match.Result("$`");
        return text.Length > 20 ? text[^20..] : text;
    }

    [GeneratedRegex(@"^(?:Mal|Jahr|Jahrhundert|Jahrtausend|Kapitel|Semester|Halbjahr|Quartal|Buch|Gebot|Stockwerk|Bild|Beispiel|Spiel|Lied"
        + @"|Viertel|Drittel|Lehrjahr|Schuljahr|Experiment|Gesetz)\b")]
    private static partial Regex NeuterNoun();

    [GeneratedRegex(@"^\p{Lu}\p{L}*(?:e|ung|heit|keit|schaft|ion|tät|[kt]ur)\b(?<!Name|Junge|Buchstabe|Gedanke|Kunde|Ende)")]
    private static partial Regex FeminineNoun();

    [GeneratedRegex(@"(?:^|\s)(?:der|die|das|jede|diese|dieses|dieser|eine)\s$", RegexOptions.IgnoreCase)]
    private static partial Regex NominativeBefore();

    [GeneratedRegex(@"(?:^|\s)(?:ein|jeder)\s$", RegexOptions.IgnoreCase)]
    private static partial Regex EinBefore();

    [GeneratedRegex(@"(?:^|[(\[]|[:;.!?]\s)(?:(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Mo|Di|Mi|Do|Fr|Sa"
        + @"|So)\.?,\s)?$")]
    private static partial Regex OpeningBefore();
}
