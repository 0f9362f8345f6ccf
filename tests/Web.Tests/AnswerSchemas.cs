using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace TemporalVideo.Web.Tests;

/// <summary>The schemas of the answers in an OpenAPI document, and whether answers keep to them.</summary>
internal sealed class AnswerSchemas(JsonNode document)
{
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List };
    private readonly Dictionary<string, JsonSchema> _read = [];

    /// <summary>How many answers were compared.</summary>
    public int Checked { get; private set; }

    /// <summary>What of an answer breaks its schema; null when nothing does, or when there is none.</summary>
    public async Task<string?> FaultOfAsync(HttpResponseMessage answer, JsonNode operation)
    {
        var type = answer.Content.Headers.ContentType?.MediaType;
        if (operation["responses"]?[$"{(int)answer.StatusCode}"]?["content"]?[type ?? ""]?["schema"] is not { } schema
            || type?.EndsWith("json", StringComparison.Ordinal) != true)
        {
            return null;
        }

        Checked++;
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var result = SchemaOf(schema).Evaluate(body.RootElement, Options);
        return result.IsValid ? null
            : $"{(int)answer.StatusCode} breaks its schema: {string.Join("; ", (result.Details ?? [])
                .Where(each => each.Errors is not null)
                .SelectMany(each => each.Errors!.Values.Select(error => $"{each.InstanceLocation} {error}")).Take(5))}";
    }

    private JsonSchema SchemaOf(JsonNode schema)
    {
        var text = schema.ToJsonString();
        if (!_read.TryGetValue(text, out var read))
        {
            var whole = new JsonObject
            {
                ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
                ["$defs"] = document["components"]!["schemas"]!.DeepClone(),
                ["allOf"] = new JsonArray(schema.DeepClone()),
            };
            _read[text] = read = JsonSchema.FromText(
                whole.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal));
        }

        return read;
    }
}
