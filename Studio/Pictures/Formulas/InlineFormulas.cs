using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Formulas;

/// <summary>
/// Formulas within running text: where one could be set, a single character of Unicode's private plane stands for it in the text, and is
/// drawn as the formula; where it could not, its line of plain text stays.
/// </summary>
internal static class InlineFormulas
{
    private const int First = 0xF0000;
    private const int Most = 0xFFFD;

    /// <summary>In ems: what is wider has no room in a line.</summary>
    private const double Widest = 18;

    private static readonly ConcurrentDictionary<string, int> Numbers = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<int, (SetFormula Set, string Plain)> Known = new();

    /// <summary>The formula as it is set within a line: lower than one that stands alone.</summary>
    public static string Inline(InlineFormula formula) => FormulaSetter.TextStyle + formula.Latex;

    /// <summary>A segment with its formulas in the texts of its picture; its sentences, which are captions, stay plain.</summary>
    public static Segment In(Segment segment) => segment.Formulas.Count == 0 ? segment : segment with
    {
        KeyPoints = [.. segment.KeyPoints.Select(point => In(point, segment.Formulas))],
        Diagram = segment.Diagram is not { } diagram ? null : diagram with
        {
            Items = [.. diagram.Items.Select(item => item with { Label = In(item.Label, segment.Formulas) })],
        },
    };

    /// <summary>A text with the formulas in it that could be set.</summary>
    public static string In(string text, IReadOnlyList<InlineFormula> formulas)
    {
        foreach (var formula in formulas.OrderByDescending(formula => formula.Plain.Length))
        {
            if (TokenOf(formula) is { } token)
            {
                text = Regex.Replace(text, $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(formula.Plain)}(?![\p{{L}}\p{{N}}])", token);
            }
        }

        return text;
    }

    /// <summary>The formulas of a segment that stand as plain text, because they could not be set or have no room in a line.</summary>
    public static IEnumerable<string> Unset(Segment segment) => segment.Formulas
        .Where(formula => FormulaSetter.Find(Inline(formula)) is not { Width: <= Widest }).Select(formula => formula.Plain).Distinct();

    /// <summary>The formula that a character stands for; null for any other character.</summary>
    public static SetFormula? Of(Rune character) => Known.TryGetValue(character.Value, out var known) ? known.Set : null;

    /// <summary>The text with each formula as a line of characters.</summary>
    public static string Plain(string text) => text.EnumerateRunes().Any(rune => Known.ContainsKey(rune.Value))
        ? string.Concat(text.EnumerateRunes().Select(rune => Known.TryGetValue(rune.Value, out var known) ? known.Plain : $"{rune}"))
        : text;

    private static string? TokenOf(InlineFormula formula)
    {
        if (FormulaSetter.Find(Inline(formula)) is not { Width: <= Widest } set)
        {
            return null;
        }

        var number = Numbers.GetOrAdd(formula.Latex, _ => First + Numbers.Count);
        if (number >= First + Most || !(Known.TryAdd(number, (set, formula.Plain)) || Known[number].Set == set))
        {
            return null;
        }

        return char.ConvertFromUtf32(number);
    }
}
