using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TemporalVideo.OpenAi.Chat;

/// <summary>The form of an answer: its JSON schema as structured outputs want it, and its reading.</summary>
internal static class AnswerForm
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly JsonSchemaExporterOptions Strict = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (_, node) =>
        {
            if (node is JsonObject schema && schema["enum"] is not null)
            {
                schema["type"] ??= "string";
            }

            return node;
        },
    };

    /// <summary>The schema of a form.</summary>
    public static string SchemaOf<T>() => Json.GetJsonSchemaAsNode(typeof(T), Strict).ToJsonString();

    /// <summary>Reads an answer.</summary>
    /// <returns>What it says, or what keeps it from being read.</returns>
    public static (T? Value, string? Fault) Read<T>(string answer)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(answer, Json) is { } value ? (value, null) : (default, "It is null.");
        }
        catch (JsonException failure)
        {
            return (default, failure.Message);
        }
    }
}
