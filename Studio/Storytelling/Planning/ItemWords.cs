using System.Text.RegularExpressions;
using TemporalVideo.Studio.Storytelling.Lessons;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>What of a list item is written on a picture.</summary>
internal static partial class ItemWords
{
    private const int Longest = 64;
    private const int LongestTask = 110;

    /// <summary>The item's first sentence; two short ones stand together, so that no question stands without its answer: "Where? In
    /// chloroplasts.", and no case without its task: "A lamp runs on 230 V. Show that …".</summary>
    public static string Of(LessonItem item) =>
        item.Lines is [{ Text: var first }, { Text: var second }]
            && first.Length + second.Length < (Task().IsMatch(second) ? LongestTask : Longest)
            && first.TrimEnd() is [.., '.' or '?' or '!' or '。' or '？' or '！' or '؟' or ':']
            ? $"{first.Trim()} {second.Trim()}" : item.Lines[0].Text;

    [GeneratedRegex(@"^(?:Show|Prove|Explain|Describe|State|Calculate|Find|Work out|Estimate|Predict|Name|Zeige|Berechne|Erkläre|Nenne"
        + @"|Bestimme|Montre[rz]?|Calcule[rz]?|Explique[rz]?|Trouve[rz]?|Calcula[dr]?|Explica[dr]?|Halla|Calcola|Spiega|Trova|Mostre)\b")]
    private static partial Regex Task();
}
