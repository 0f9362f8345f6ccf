using System.Globalization;
using System.Text.Json;
using TemporalVideo.Sessions;

namespace TemporalVideo.Web.Mcp;

/// <summary>Where a value does not fit a schema, in words; of JSON Schema, what the schemas of tools use.</summary>
internal static class SchemaFault
{
    /// <summary>The first fault of a value; null when it has none that its schema knows of.</summary>
    /// <param name="value">What was sent.</param>
    /// <param name="schema">What is expected.</param>
    /// <param name="path">Where it stands; empty for all arguments together.</param>
    public static string? Of(JsonElement value, JsonElement schema, string path = "")
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var types = Texts(schema, "type");
        var choices = Texts(schema, "enum");
        if (choices.Count > 0 ? !IsChoice(value, choices, types) : types.Count > 0 && !types.Any(type => Fits(value, type, schema)))
        {
            var expected = choices.Count > 0 ? UnknownMember.Or([.. choices.Where(choice => choice != "null")]) : Expected(types, schema);
            return $"{UnreadableRequest.Unreadable(path, Shown(value))}: expected {expected}";
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => OfMembers(value, schema, path),
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value.EnumerateArray()
                .Select((item, index) => Of(item, items, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]")))
                .FirstOrDefault(fault => fault is not null),
            _ => null,
        };
    }

    private static string? OfMembers(JsonElement value, JsonElement schema, string path)
    {
        string At(string name) => path.Length == 0 ? name : $"{path}.{name}";
        var known = schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().ToList() : [];
        var others = schema.TryGetProperty("additionalProperties", out var additional) ? additional : default;
        var isClosed = properties.ValueKind == JsonValueKind.Object
            && others.ValueKind is (JsonValueKind.Undefined or JsonValueKind.False);

        // Names of arguments are matched as they are, and those within them whatever their case.
        var names = path.Length == 0 ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        foreach (var member in value.EnumerateObject())
        {
            var index = known.FindIndex(property => string.Equals(property.Name, member.Name, names));
            if (index < 0 && isClosed)
            {
                return UnknownMember.Words(At(member.Name), [.. known.Select(property => property.Name)]);
            }

            if (Of(member.Value, index < 0 ? others : known[index].Value, At(member.Name)) is { } fault)
            {
                return fault;
            }
        }

        var there = value.EnumerateObject().Select(member => member.Name).ToHashSet(StringComparer.FromComparison(names));
        return Texts(schema, "required").Find(name => !there.Contains(name)) is { } missing ? UnreadableRequest.Missing(At(missing)) : null;
    }

    private static bool IsChoice(JsonElement value, List<string> choices, List<string> types) => value.ValueKind switch
    {
        JsonValueKind.String => choices.Contains(value.GetString()!),
        JsonValueKind.Null => choices.Contains("null") || types.Contains("null"),
        _ => false,
    };

    private static bool Fits(JsonElement value, string type, JsonElement schema) => (type, value.ValueKind) switch
    {
        ("string", JsonValueKind.String) => !IsTime(schema) || value.TryGetDateTimeOffset(out _),
        ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
        ("boolean", JsonValueKind.True or JsonValueKind.False) or ("null", JsonValueKind.Null)
            or ("array", JsonValueKind.Array) or ("object", JsonValueKind.Object) => true,
        _ => false,
    };

    private static bool IsTime(JsonElement schema) => schema.TryGetProperty("format", out var format) && format.ValueEquals("date-time");

    private static string Expected(List<string> types, JsonElement schema) =>
        UnknownMember.Or([.. types.Where(type => type != "null").Select(type => type switch
        {
            "string" when IsTime(schema) => "a time such as 2026-01-31T09:30:00Z",
            "string" => "a text",
            "number" => "a number",
            "integer" => "a whole number",
            "boolean" => "true or false",
            "array" => "a list",
            _ => "an object",
        })]);

    private static List<string> Texts(JsonElement schema, string name) => !schema.TryGetProperty(name, out var texts) ? []
        : texts.ValueKind == JsonValueKind.Array ? [.. texts.EnumerateArray().Select(TextOf)] : [TextOf(texts)];

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static string Shown(JsonElement value) => UnreadableRequest.Cut(TextOf(value));
}
