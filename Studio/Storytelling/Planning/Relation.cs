using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>
/// What a sentence states of two things, all in its own words and order: "A cell", "consists of", "an anode", "a cathode".
/// </summary>
/// <param name="From">What it speaks of.</param>
/// <param name="Link">The words between; empty where the two halves say by themselves that one follows from the other.</param>
/// <param name="To">What it is related to; at least one.</param>
internal sealed record Relation(string From, string Link, IReadOnlyList<string> To)
{
    /// <summary>As a row of a diagram.</summary>
    public DiagramItem Item(int sentence) => new()
    {
        Label = From,
        Values = [new DiagramValue(Link), .. To.Select(to => new DiagramValue(to))],
        Sentence = sentence,
    };
}
