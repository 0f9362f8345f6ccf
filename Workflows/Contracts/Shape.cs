using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>How the parts of a story follow each other: an archetype or a framework, as the configuration had it at the start.</summary>
public sealed record StoryShape
{
    /// <summary><see cref="Creativity"/> from which parts of a section may leave it, and not only whole sections move.</summary>
    public const double MovesParts = 0.75;

    /// <summary>Name of the archetype or framework, such as <c>myth_buster</c> or <c>AIDA</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is good for.</summary>
    public string About { get; init; } = "";

    /// <summary>
    /// How freely the plan departs from the source's order, 0 to 1: at 0 not at all; above it whole sections move to where the shape has
    /// them; from <see cref="MovesParts"/> parts of a section as well.
    /// </summary>
    public required double Creativity { get; init; }

    /// <summary>The stages in order.</summary>
    public required IReadOnlyList<ShapeStage> Stages { get; init; }

    /// <summary>All beats that there are, those of the stages among them.</summary>
    public required IReadOnlyList<Beat> Beats { get; init; }
}

/// <summary>A stage of a shape.</summary>
/// <param name="Name">Its name, such as <c>attention</c>.</param>
/// <param name="Beats">Names of its beats in order.</param>
public sealed record ShapeStage(string Name, IReadOnlyList<string> Beats);

/// <summary>A narrative unit that stories are composed of.</summary>
public sealed record Beat
{
    /// <summary>Its name, such as <c>hook</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it does for the viewer.</summary>
    public required string For { get; init; }

    /// <summary>What of the source it can be made from; one of them is enough.</summary>
    public required IReadOnlyList<SourceFeature> Needs { get; init; }

    /// <summary>Words of a heading that name it, lower case, in any language; default none.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The least seconds that are of use; default 3.</summary>
    public int LeastSeconds { get; init; } = 3;

    /// <summary>Seconds after which there is enough of it, where there is no room for all; default 60.</summary>
    public int MostSeconds { get; init; } = 60;
}

/// <summary>What a part of a source has in it. JSON and YAML: lower-case names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SourceFeature>))]
public enum SourceFeature
{
    /// <summary>Running text.</summary>
    [JsonStringEnumMemberName("text")] Text,

    /// <summary>What stands before the first heading.</summary>
    [JsonStringEnumMemberName("opening")] Opening,

    /// <summary>A sentence that asks.</summary>
    [JsonStringEnumMemberName("question")] Question,

    /// <summary>What the learner will know.</summary>
    [JsonStringEnumMemberName("objectives")] Objectives,

    /// <summary>Steps in order.</summary>
    [JsonStringEnumMemberName("steps")] Steps,

    /// <summary>Steps that begin again.</summary>
    [JsonStringEnumMemberName("cycle")] Cycle,

    /// <summary>Things side by side.</summary>
    [JsonStringEnumMemberName("comparison")] Comparison,

    /// <summary>A table or chart of numbers.</summary>
    [JsonStringEnumMemberName("numbers")] Numbers,

    /// <summary>Dates in order.</summary>
    [JsonStringEnumMemberName("timeline")] Timeline,

    /// <summary>A cause and what follows from it.</summary>
    [JsonStringEnumMemberName("cause")] Cause,

    /// <summary>A term and what it means.</summary>
    [JsonStringEnumMemberName("definition")] Definition,

    /// <summary>A formula that stands alone.</summary>
    [JsonStringEnumMemberName("formula")] Formula,

    /// <summary>A picture of the lesson's own.</summary>
    [JsonStringEnumMemberName("picture")] Picture,

    /// <summary>Somebody's words.</summary>
    [JsonStringEnumMemberName("quotation")] Quotation,

    /// <summary>Program code.</summary>
    [JsonStringEnumMemberName("code")] Code,

    /// <summary>What to remember.</summary>
    [JsonStringEnumMemberName("recap")] Recap,

    /// <summary>Questions to think about.</summary>
    [JsonStringEnumMemberName("questions")] Questions,

    /// <summary>Something to do.</summary>
    [JsonStringEnumMemberName("exercise")] Exercise,
}

/// <summary>How a story follows its shape.</summary>
/// <param name="Name">Name of the archetype or framework.</param>
/// <param name="Creativity">How freely the plan departed from the source's order, 0 to 1.</param>
/// <param name="Missing">Beats of the shape that the source has nothing for, in the shape's order.</param>
public sealed record ShapeReport(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("creativity")] double Creativity,
    [property: JsonPropertyName("missing")] IReadOnlyList<MissingBeat> Missing);

/// <summary>A beat that the source has nothing for.</summary>
/// <param name="Stage">Its stage in the shape.</param>
/// <param name="Beat">Its name.</param>
/// <param name="Needs">What it could be made from.</param>
public sealed record MissingBeat(
    [property: JsonPropertyName("stage")] string Stage,
    [property: JsonPropertyName("beat")] string Beat,
    [property: JsonPropertyName("needs")] IReadOnlyList<SourceFeature> Needs);

/// <summary>The beat that a segment tells.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Stage">Its stage in the shape; null for a beat that the shape does not have.</param>
public sealed record ToldBeat(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("stage")] string? Stage);
