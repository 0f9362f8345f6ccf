using System.Text.RegularExpressions;
using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Studio.Words;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Rows of a table in words, with the signs of the lesson's script between them.</summary>
internal static partial class TableSentences
{
    private const int MostCellsToHear = 18;

    /// <summary>The rows in words, for a table that nothing is said about; none when it is too large to listen to.</summary>
    public static IEnumerable<LessonSentence> Of(LessonTable table, Diagram diagram, string language, string heading) =>
        diagram.Items.Count * diagram.Columns.Count > MostCellsToHear
        ? []
        : diagram.Columns is [var one, var other] && (Opposites.Are(one, other) || AreSides(heading, one, other))
        ? diagram.Items.Select(item => new LessonSentence(
            string.Join(Semicolon(language), new[] { (Name: one, Text: item.Label), (Name: other, Text: item.Value) }
                .Where(side => side.Text.Length > 0)
                .Select(side => $"{side.Name}: {side.Text}")),
            [],
            table.Line))
        : diagram.Items.Select(item => new LessonSentence(
            Row(diagram, item, language),
            [],
            table.Line));

    private static string Row(Diagram diagram, DiagramItem item, string language)
    {
        var isOfWords = IsOfWords(diagram, item);
        return Head(diagram, item.Label) + string.Join(
            isOfWords || diagram.Columns.Skip(1).Any(IsNumber) ? Semicolon(language) : Comma(language),
            item.Values.Select((value, i) => Cell(diagram, value, i, isOfWords)).Where(cell => cell.Length > 0));
    }

    /// <summary>"Push vs pull" above the columns "Push" and "Pull": the rows set two things against each other.</summary>
    private static bool AreSides(string heading, string one, string other) =>
        one.Length > 0 && other.Length > 0 && Against().IsMatch(heading)
        && heading.Contains(one, StringComparison.OrdinalIgnoreCase) && heading.Contains(other, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\b(?:vs|versus|gegen|contra|contre|contro|or|oder|ou|o|and|und|et|y|e)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Against();

    /// <summary>What the row is about; a bare number says of what.</summary>
    private static string Head(Diagram diagram, string label) =>
        label.Length == 0 ? "" : IsNumber(label) ? $"{diagram.Columns[0]} {label}: " : $"{label}: ";

    private static bool IsNumber(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiDigit(c) || ".,-−–<>≤≥∞+~ ".Contains(c, StringComparison.Ordinal));

    /// <summary>Words need a pause behind the name of their column.</summary>
    private static bool IsOfWords(Diagram diagram, DiagramItem item) =>
        diagram.Columns.Count > 2 && item.Values.Any(value => value.Number is null && value.Text.Contains(' ', StringComparison.Ordinal));

    private static string Cell(Diagram diagram, DiagramValue value, int at, bool isOfWords) =>
        !value.Text.Any(c => char.IsLetterOrDigit(c) || char.IsSymbol(c)) ? ""
        : value.Number is not null && UnitInBrackets().Match(diagram.Columns[at + 1]) is { Success: true } unit
            ? Named(diagram, unit.Groups["name"].Value, WithUnit(value.Text, unit.Groups["unit"].Value))
        : (diagram.Columns.Count > 2 || IsNumber(diagram.Items[0].Label)) && diagram.Columns[at + 1].Length > 0 && value.Text.Length > 0
            ? $"{diagram.Columns[at + 1]}{Pause(diagram.Columns[at + 1], isOfWords)} {value.Text}"
            : value.Text;

    private static string Pause(string column, bool isOfWords) =>
        (isOfWords || IsNumber(column)) && column[^1] is not ('?' or '？' or '؟' or ':') ? ":" : "";

    private static string Named(Diagram diagram, string name, string value) =>
        diagram.Columns.Count > 2 || IsNumber(diagram.Items[0].Label) ? $"{name} {value}" : value;

    private static string WithUnit(string number, string unit) =>
        number.Any(char.IsLetter) || number.EndsWith('%') ? number
        : unit is "$" or "£" or "€" or "¥" or "₹" ? unit + number : unit == "%" ? number + unit : $"{number} {unit}";

    private static string Comma(string language) => SpeechLexicon.CodeOf(language) switch
    {
        "ar" or "fa" or "ur" => "، ",
        "zh" or "ja" => "，",
        _ => ", ",
    };

    private static string Semicolon(string language) => SpeechLexicon.CodeOf(language) switch
    {
        "ar" or "fa" or "ur" => "؛ ",
        "zh" or "ja" => "；",
        _ => "; ",
    };

    /// <summary>A unit behind the name of a column: "Length (km)", "Flow [m³/s]", "Time in s".</summary>
    [GeneratedRegex(@"^(?:(?<name>\S+)\s+/\s+\(?(?=\S+$)|(?<name>.*[^\s/])[\s/]*[(\[](?:in\s|en\s|em\s)?)"
        + @"(?<unit>(?:[kMGcmµdhn]?(?:m|g|s|l|L|J|W|V|A|N|Pa|Hz|B|t)|km|kg|min|h|ha|°C|°F|K|%|‰|\$"
        + @"|£|€|¥|₹|mol|kWh|dB|ppm|bpm)[²³]?(?:/(?:k?m|c?m|s|h|min|k?g|l|L|mol)[²³]?)?)[)\]]?$")]
    private static partial Regex UnitInBrackets();
}
