using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>
/// What a picture is built around, as data: an illustrator draws from it and nobody reads it back out of prose. What it holds stands in
/// the source. Which fields count depends on <see cref="Kind"/>.
/// </summary>
public sealed record Diagram
{
    /// <summary>What kind of picture it is.</summary>
    [JsonPropertyName("kind")]
    public required DiagramKind Kind { get; init; }

    /// <summary>
    /// The parts in reading order. Steps, cycle, list, questions: a label each. Cause and effect: the causes, then the effect. Timeline:
    /// label, and the date as its value. Bars: label and value. Number: the unit as label; the figure and, where there is one, its
    /// qualifier ("almost") as values. Comparison and table: a row each, its heading as label and its cells as values. Quotation,
    /// definition, key phrase: one item, its text as label and who said it, or what it means, as value. Hierarchy:
    /// <see cref="DiagramItem.Level"/> says how deep. Relation: a row each, what it speaks of as label; the words between, which may be
    /// empty, and then what it is related to as values.
    /// </summary>
    [JsonPropertyName("items")]
    public IReadOnlyList<DiagramItem> Items { get; init; } = [];

    /// <summary>Names of the columns, that of the row headings first (comparison, table, bars); may be empty.</summary>
    [JsonPropertyName("columns")]
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Formula: LaTeX without its delimiters. Code: the text, line breaks included. Else null.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    /// <summary>Code: the programming language as the lesson names it. Else null.</summary>
    [JsonPropertyName("code_language")]
    public string? CodeLanguage { get; init; }

    /// <summary>Picture: where it is, relative to the lesson's folder or a key of the object store. Else null.</summary>
    [JsonPropertyName("picture")]
    public string? Picture { get; init; }

    /// <summary>A line under the picture, the table or the formula; null without one.</summary>
    [JsonPropertyName("caption")]
    public string? Caption { get; init; }
}

/// <summary>A part of a <see cref="Diagram"/>.</summary>
public sealed record DiagramItem
{
    /// <summary>What it is, in the source's words.</summary>
    [JsonPropertyName("label")]
    public required string Label { get; init; }

    /// <summary>What belongs to it: cells, a date, a figure. May be empty.</summary>
    [JsonPropertyName("values")]
    public IReadOnlyList<DiagramValue> Values { get; init; } = [];

    /// <summary>Depth in a nested list or hierarchy; 0 is the outermost.</summary>
    [JsonPropertyName("level")]
    public int Level { get; init; }

    /// <summary>Its number in a numbered list, as "3."; null without one.</summary>
    [JsonPropertyName("mark")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Mark { get; init; }

    /// <summary>Index of the segment's sentence that speaks of it; null when none is known to.</summary>
    [JsonPropertyName("sentence")]
    public int? Sentence { get; init; }

    /// <summary>The first value as the source writes it; empty without one.</summary>
    [JsonIgnore]
    public string Value => Values.Count > 0 ? Values[0].Text : "";
}

/// <summary>A value of a <see cref="DiagramItem"/>.</summary>
/// <param name="Text">As the source writes it, unit included.</param>
/// <param name="Number">What it amounts to, when that was read without doubt; else null.</param>
public sealed record DiagramValue(
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("number")] double? Number = null);

/// <summary>Kinds of <see cref="Diagram"/>. JSON: snake-case names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DiagramKind>))]
public enum DiagramKind
{
    /// <summary>Steps one after the other; the order matters.</summary>
    [JsonStringEnumMemberName("steps")] Steps,

    /// <summary>Steps that begin again.</summary>
    [JsonStringEnumMemberName("cycle")] Cycle,

    /// <summary>Two things side by side, fact by fact.</summary>
    [JsonStringEnumMemberName("comparison")] Comparison,

    /// <summary>One number that matters.</summary>
    [JsonStringEnumMemberName("number")] Number,

    /// <summary>Numbers against each other.</summary>
    [JsonStringEnumMemberName("bars")] Bars,

    /// <summary>Dates and what happened on them.</summary>
    [JsonStringEnumMemberName("timeline")] Timeline,

    /// <summary>Causes, and what follows from them.</summary>
    [JsonStringEnumMemberName("cause_effect")] CauseEffect,

    /// <summary>Things that belong together, in no order.</summary>
    [JsonStringEnumMemberName("list")] List,

    /// <summary>Rows and columns.</summary>
    [JsonStringEnumMemberName("table")] Table,

    /// <summary>A formula.</summary>
    [JsonStringEnumMemberName("formula")] Formula,

    /// <summary>Program code.</summary>
    [JsonStringEnumMemberName("code")] Code,

    /// <summary>Somebody's words.</summary>
    [JsonStringEnumMemberName("quotation")] Quotation,

    /// <summary>A term and what it means.</summary>
    [JsonStringEnumMemberName("definition")] Definition,

    /// <summary>Questions to think about, without answers.</summary>
    [JsonStringEnumMemberName("questions")] Questions,

    /// <summary>A picture of the lesson's own.</summary>
    [JsonStringEnumMemberName("picture")] Picture,

    /// <summary>A few of the sentence's words, set large.</summary>
    [JsonStringEnumMemberName("key_phrase")] KeyPhrase,

    /// <summary>Numbers along a scale, as a line.</summary>
    [JsonStringEnumMemberName("line_chart")] LineChart,

    /// <summary>Shares of a whole.</summary>
    [JsonStringEnumMemberName("pie_chart")] PieChart,

    /// <summary>A whole and its parts, level by level.</summary>
    [JsonStringEnumMemberName("hierarchy")] Hierarchy,

    /// <summary>Before and after a change.</summary>
    [JsonStringEnumMemberName("before_after")] BeforeAfter,

    /// <summary>What things have to do with each other, in the words of a sentence.</summary>
    [JsonStringEnumMemberName("relation")] Relation,
}
