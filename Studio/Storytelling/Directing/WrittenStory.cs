using System.Text.Json.Serialization;

namespace TemporalVideo.Studio.Storytelling.Directing;

/// <summary>A story as a language model writes it; the property names are those of the answer's form.</summary>
internal sealed record WrittenStory
{
    public required string Title { get; init; }

    public required string Subject { get; init; }

    /// <summary>IETF tag of the narration.</summary>
    public required string Language { get; init; }

    public required IReadOnlyList<WrittenSection> Sections { get; init; }

    [JsonIgnore]
    public IEnumerable<WrittenSentence> Sentences => Sections.SelectMany(section => section.Sentences);
}

/// <summary>A section of it.</summary>
internal sealed record WrittenSection
{
    public required string Heading { get; init; }

    public required WrittenForm Form { get; init; }

    /// <summary>Its sentences; of a table the rows, cells between bars, the names of the columns first.</summary>
    public required IReadOnlyList<WrittenSentence> Sentences { get; init; }
}

/// <summary>A sentence, and the numbers of the source's sentences that it rests on.</summary>
internal sealed record WrittenSentence(string Text, IReadOnlyList<int> Sources);

/// <summary>What a section is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WrittenForm>))]
internal enum WrittenForm
{
    [JsonStringEnumMemberName("text")] Text,
    [JsonStringEnumMemberName("steps")] Steps,
    [JsonStringEnumMemberName("list")] List,
    [JsonStringEnumMemberName("table")] Table,
}
