namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>One item of a diagram: a label and, for some diagrams, the values that belong to it.</summary>
internal sealed record VisualItem(string Label, IReadOnlyList<string> Values)
{
    public VisualItem(string label, params string[] values)
        : this(label, (IReadOnlyList<string>)values)
    {
    }

    /// <summary>The first value, or nothing.</summary>
    public string Value => Values.Count > 0 ? Values[0] : "";

    public override string ToString() => Values.Count == 0 ? Label : $"{Label} = {string.Join(" | ", Values)}";

    public static VisualItem Parse(string text)
    {
        var sides = text.Split(" = ", 2, StringSplitOptions.TrimEntries);
        return new VisualItem(sides[0], sides.Length == 1 ? [] : sides[1].Split(" | ", StringSplitOptions.TrimEntries));
    }
}
