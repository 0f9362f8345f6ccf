using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using Temporalio.Api.Common.V1;

namespace TemporalVideo.DevServer.Http;

/// <summary>
/// The short form of payloads in the HTTP API: a list of payloads is a JSON array, and a JSON payload is its own value.
/// Works on the proto3 JSON of a message, led by its descriptor.
/// </summary>
internal static class PayloadShorthand
{
    private const string MessageTypeKey = "_protoMessageType";

    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Puts payloads in their short form, where they have one.</summary>
    public static JsonNode? Shorten(JsonNode? json, MessageDescriptor type) => Walk(json, type, ShortenOne);

    /// <summary>Puts payloads in the long form that proto3 JSON knows.</summary>
    public static JsonNode? Expand(JsonNode? json, MessageDescriptor type) => Walk(json, type, ExpandOne);

    private static JsonNode? Walk(JsonNode? json, MessageDescriptor type, Func<JsonNode?, MessageDescriptor,
        (bool Done, JsonNode? Json)> change)
    {
        if (type == Payload.Descriptor || type == Payloads.Descriptor)
        {
            var (done, changed) = change(json, type);
            if (done)
            {
                return changed;
            }
        }

        // What follows is about the fields of messages; the well-known types have a JSON of their own.
        if (json is not JsonObject fields || type.File.Package == "google.protobuf")
        {
            return json?.DeepClone();
        }

        var result = new JsonObject();
        foreach (var (name, value) in fields)
        {
            var field = type.Fields.InDeclarationOrder().FirstOrDefault(f => f.JsonName == name || f.Name == name);
            result[name] = field is { FieldType: FieldType.Message } ? WalkField(value, field, change) : value?.DeepClone();
        }

        return result;
    }

    private static JsonNode? WalkField(
        JsonNode? value, FieldDescriptor field, Func<JsonNode?, MessageDescriptor, (bool Done, JsonNode? Json)> change)
    {
        if (field.IsMap)
        {
            var item = field.MessageType.FindFieldByNumber(2);
            return value is JsonObject map && item.FieldType == FieldType.Message
                ? new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Walk(pair.Value, item.MessageType, change))))
                : value?.DeepClone();
        }

        return field.IsRepeated
            ? value is JsonArray list ? new JsonArray([.. list.Select(item => Walk(item, field.MessageType, change))]) : value?.DeepClone()
            : Walk(value, field.MessageType, change);
    }

    private static (bool Done, JsonNode? Json) ShortenOne(JsonNode? json, MessageDescriptor type)
    {
        if (json is not JsonObject message)
        {
            return (false, null);
        }

        if (type == Payload.Descriptor)
        {
            return Short(message);
        }

        var list = (message["payloads"] as JsonArray ?? []).Select(item => Short((JsonObject)item!)).ToList();
        return list.TrueForAll(item => item.Done) ? (true, new JsonArray([.. list.Select(item => item.Json)])) : (false, null);
    }

    private static (bool Done, JsonNode? Json) Short(JsonObject payload)
    {
        var metadata = payload["metadata"] as JsonObject ?? [];
        if (payload.Any(pair => pair.Key is not ("metadata" or "data")) || Text(metadata["encoding"]) is not { } encoding)
        {
            return (false, null);
        }

        var data = Text(payload["data"]) ?? "";
        try
        {
            switch (encoding)
            {
                case "binary/null":
                    return (true, null);
                case "json/plain" when metadata.Count == 1:
                    return (true, JsonNode.Parse(data));
                case "json/protobuf" when metadata.Count == 2 && Text(metadata["messageType"]) is { Length: > 0 } messageType
                    && JsonNode.Parse(data) is JsonObject value && !value.ContainsKey(MessageTypeKey):
                    value[MessageTypeKey] = messageType;
                    return (true, value);
            }
        }
        catch (JsonException)
        {
            // A payload that says it is JSON and is not keeps the long form.
        }

        return (false, null);
    }

    private static (bool Done, JsonNode? Json) ExpandOne(JsonNode? json, MessageDescriptor type)
    {
        if (type == Payload.Descriptor)
        {
            return (true, Long(json));
        }

        return json is JsonArray list
            ? (true, new JsonObject { ["payloads"] = new JsonArray([.. list.Select(Long)]) })
            : (false, null);
    }

    private static JsonNode Long(JsonNode? json)
    {
        switch (json)
        {
            case null:
                return LongForm("binary/null", null);
            case JsonObject payload when payload["metadata"] is JsonObject
                && payload.All(pair => pair.Key is "metadata" or "data" or "externalPayloads"):
                return payload.DeepClone();
            case JsonObject message when message[MessageTypeKey] is JsonValue messageType:
                var value = message.DeepClone().AsObject();
                value.Remove(MessageTypeKey);
                var expanded = LongForm("json/protobuf", value.ToJsonString(AsWritten));
                expanded["metadata"]!["messageType"] = Base64(messageType.GetValue<string>());
                return expanded;
            default:
                return LongForm("json/plain", json.ToJsonString(AsWritten));
        }
    }

    private static JsonObject LongForm(string encoding, string? data)
    {
        var payload = new JsonObject { ["metadata"] = new JsonObject { ["encoding"] = Base64(encoding) } };
        if (data is not null)
        {
            payload["data"] = Base64(data);
        }

        return payload;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string? Text(JsonNode? base64) => base64 is null ? null
        : Encoding.UTF8.GetString(Convert.FromBase64String(base64.GetValue<string>()));
}
