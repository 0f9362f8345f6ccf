using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TemporalVideo.Tests.OpenAi.Endpoints;

/// <summary>What structured outputs allow of JSON Schema (guide "Structured outputs", supported schemas).</summary>
internal static partial class SchemaRules
{
    private const int Deepest = 10;

    private static readonly string[] Unsupported =
        ["allOf", "not", "if", "then", "else", "dependentRequired", "dependentSchemas", "patternProperties", "oneOf"];

    private static readonly string[] Types = ["string", "number", "boolean", "integer", "object", "array", "null"];

    public static JsonObject Check(JsonObject? format)
    {
        var name = format?["name"]?.GetValue<string>()
            ?? throw new ApiError(400, "missing_required_parameter", "Missing required parameter: 'response_format.json_schema.name'.");
        if (!Name().IsMatch(name))
        {
            throw ApiError.Invalid("response_format.json_schema.name", "Expected a-z, A-Z, 0-9, underscores and dashes, at most 64.");
        }

        if (format["schema"] is not JsonObject schema)
        {
            throw new ApiError(400, "missing_required_parameter", "Missing required parameter: 'response_format.json_schema.schema'.");
        }

        if (format["strict"]?.GetValue<bool>() == true)
        {
            Require(TypeOf(schema) == "object", name, "schema must be a JSON Schema of 'type: \"object\"'");
            Check(schema, name, 0);
        }

        return schema;
    }

    private static void Check(JsonObject schema, string name, int depth)
    {
        Require(depth <= Deepest, name, $"schema is nested deeper than {Deepest}");
        foreach (var keyword in Unsupported)
        {
            Require(schema[keyword] is null, name, $"'{keyword}' is not permitted");
        }

        if (TypeOf(schema) is { } type)
        {
            Require(Types.Contains(type), name, $"'{type}' is not a type");
        }
        else
        {
            var isOther = new[] { "anyOf", "$ref", "enum" }.Any(keyword => schema[keyword] is not null);
            Require(isOther, name, "schema must have a 'type'");
        }

        if (schema["properties"] is JsonObject properties)
        {
            Require(schema["additionalProperties"] is JsonValue more && more.TryGetValue<bool>(out var allowed) && !allowed, name,
                "'additionalProperties' is required to be supplied and to be false");
            var required = schema["required"]?.AsArray().Select(item => item!.GetValue<string>()).ToList() ?? [];
            Require(properties.All(property => required.Contains(property.Key)) && required.Count == properties.Count, name,
                "'required' is required to be supplied and to be an array including every key in properties");
        }

        foreach (var child in Children(schema))
        {
            Check(child, name, depth + 1);
        }
    }

    internal static string? TypeOf(JsonObject schema) => schema["type"] switch
    {
        JsonArray types => types.Select(type => type!.GetValue<string>()).First(type => type != "null"),
        { } type => type.GetValue<string>(),
        null => null,
    };

    private static IEnumerable<JsonObject> Children(JsonObject schema) =>
        new[] { schema["properties"], schema["$defs"], schema["definitions"] }.OfType<JsonObject>()
            .SelectMany(group => group.Select(pair => pair.Value)).Concat(schema["anyOf"]?.AsArray() ?? []).Append(schema["items"])
            .OfType<JsonObject>();

    private static void Require(bool good, string name, string what)
    {
        if (!good)
        {
            throw ApiError.Invalid("response_format", $"Invalid schema for response_format '{name}': {what}.", "invalid_json_schema");
        }
    }

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$")]
    private static partial Regex Name();
}

/// <summary>The smallest thing that fits a schema.</summary>
internal static class SchemaSample
{
    public static JsonNode Of(JsonObject schema) => Of(schema, schema);

    private static JsonNode Of(JsonObject schema, JsonObject root)
    {
        if (schema["enum"] is JsonArray { Count: > 0 } values)
        {
            return values[0]!.DeepClone();
        }

        if (schema["anyOf"] is JsonArray { Count: > 0 } choices)
        {
            return Of(choices[0]!.AsObject(), root);
        }

        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            return Of(reference.Split('/').Skip(1).Aggregate((JsonNode)root, (node, key) => node[key]!).AsObject(), root);
        }

        return SchemaRules.TypeOf(schema) switch
        {
            "object" => new JsonObject((schema["properties"]?.AsObject() ?? []).Select(property =>
                KeyValuePair.Create<string, JsonNode?>(property.Key, Of(property.Value!.AsObject(), root)))),
            "array" => new JsonArray([.. Enumerable.Range(0, Math.Max(1, schema["minItems"]?.GetValue<int>() ?? 1))
                .Select(_ => Of(schema["items"]!.AsObject(), root))]),
            "integer" or "number" => JsonValue.Create(schema["minimum"]?.GetValue<double>() ?? 1),
            "boolean" => JsonValue.Create(true),
            _ => JsonValue.Create("text"),
        };
    }
}
