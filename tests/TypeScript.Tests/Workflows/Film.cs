using System.Text.Json.Serialization;

namespace TemporalVideo.TypeScript.Tests.Workflows;

/// <summary>A record that both languages read and write as the same JSON.</summary>
public sealed record Film(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("size")] int Size,
    [property: JsonPropertyName("parts")] IReadOnlyList<FilmPart> Parts);

/// <summary>A part of a <see cref="Film"/>.</summary>
public sealed record FilmPart([property: JsonPropertyName("title")] string Title, [property: JsonPropertyName("weight")] double Weight);

/// <summary>What a workflow of the other language understood of the payloads that it was given.</summary>
public sealed record Understood(
    [property: JsonPropertyName("record")] Film Record,
    [property: JsonPropertyName("bytes")] IReadOnlyList<int> Bytes,
    [property: JsonPropertyName("nothingIsNull")] bool NothingIsNull,
    [property: JsonPropertyName("sum")] int Sum,
    [property: JsonPropertyName("text")] string Text);
