using Google.Protobuf;
using Temporalio.Api.History.V1;

namespace Temporalio.Common;

/// <summary>The history of a workflow.</summary>
/// <param name="Id">Workflow id.</param>
/// <param name="Events">Its events in order.</param>
public record WorkflowHistory(string Id, IReadOnlyCollection<HistoryEvent> Events)
{
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    /// <summary>Reads a history from JSON as <see cref="ToJson()" />, the CLI or the UI write it.</summary>
    /// <param name="workflowId">Workflow id, which the JSON does not hold.</param>
    /// <param name="json">The JSON.</param>
    /// <exception cref="ArgumentException">It is not the JSON of a history.</exception>
    public static WorkflowHistory FromJson(string workflowId, string json) =>
        new(workflowId, Parser.Parse<History>(HistoryJson.Normalize(json)).Events);

    /// <summary>The history as JSON, without the workflow id.</summary>
    public string ToJson() => JsonFormatter.Default.Format(ToProto());

    /// <summary>Writes the history as JSON, without the workflow id.</summary>
    public void ToJson(TextWriter writer) => JsonFormatter.Default.Format(ToProto(), writer);

    private History ToProto() => new() { Events = { Events } };
}
