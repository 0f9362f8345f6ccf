using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TemporalVideo.Storage.Events;

/// <summary>Keeps what happens while Agent6 makes a video (R-B7), for machines to read.</summary>
public interface IEventLog
{
    /// <summary>Notes an event. It neither fails nor waits for a network: no video is lost for its log.</summary>
    /// <param name="happened">The event.</param>
    void Write(PipelineEvent happened);
}

/// <summary>An event; JSON: <c>{"timestamp", "event_type", "data"}</c>.</summary>
/// <param name="Timestamp">When it happened, UTC.</param>
/// <param name="Type">What happened: <c>segment</c>, <c>stitch</c>, <c>final_video</c>, <c>cost_breakdown</c>.</param>
/// <param name="Data">What is to be known of it.</param>
public sealed record PipelineEvent(
    [property: JsonPropertyName("timestamp")] DateTime Timestamp,
    [property: JsonPropertyName("event_type")] string Type,
    [property: JsonPropertyName("data")] IReadOnlyDictionary<string, object?> Data)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The event on one line of JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
