using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>
/// A segment's visual guidance: prose that an image model understands as it stands, whose last sentence names the diagram and its items.
/// <see cref="Parse"/> reads it back; guidance from elsewhere, without that sentence, is a scene.
/// </summary>
/// <param name="Scene">What is to be seen, in words.</param>
/// <param name="Kind">What the picture is built around.</param>
/// <param name="Items">
/// The diagram's items. Steps, cycle and cause and effect (the last is the effect): label. Timeline: label and year. Bars and number: label and value.
/// Comparison: the two names, then one item per fact: its name and both values.
/// </param>
internal sealed partial record VisualBrief(string Scene, DiagramKind Kind, IReadOnlyList<VisualItem> Items)
{
    private static readonly Dictionary<DiagramKind, string> Names = new()
    {
        [DiagramKind.Steps] = "numbered steps",
        [DiagramKind.Cycle] = "cycle",
        [DiagramKind.Comparison] = "comparison",
        [DiagramKind.Number] = "big number",
        [DiagramKind.Bars] = "bar chart",
        [DiagramKind.Timeline] = "timeline",
        [DiagramKind.CauseEffect] = "cause and effect",
    };

    public override string ToString() =>
        Kind == DiagramKind.Scene ? Scene : $"{Scene} Diagram, {Names[Kind]}: {string.Join(" → ", Items)}.";

    public static VisualBrief Parse(string guidance)
    {
        var match = DiagramSentence().Match(guidance);
        if (!match.Success || Names.FirstOrDefault(pair => pair.Value == match.Groups["kind"].Value) is not { Value: not null } known)
        {
            return new VisualBrief(guidance.Trim(), DiagramKind.Scene, []);
        }

        var items = match.Groups["items"].Value.Split(" → ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new VisualBrief(guidance[..match.Index].Trim(), known.Key, [.. items.Select(VisualItem.Parse)]);
    }

    [GeneratedRegex(@"Diagram, (?<kind>[a-z ]+): (?<items>.+?)\.?\s*$", RegexOptions.Singleline)]
    private static partial Regex DiagramSentence();
}
