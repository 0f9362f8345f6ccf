using System.Text.Json;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Converters;

namespace Temporalio.Common;

/// <summary>Search attribute values as payloads: JSON with the type's name in the metadata; never through a custom converter or codec.</summary>
internal static class SearchAttributePayload
{
    private const string TypeKey = "type";

    public static Payload Encode(IndexedValueType type, object? value)
    {
        var payload = DataConverter.Default.PayloadConverter.ToPayload(value);
        payload.Metadata[TypeKey] = ByteString.CopyFromUtf8(type.ToString());
        return payload;
    }

    /// <summary>The value and its type, or null for a null value, which old servers keep for removed attributes.</summary>
    public static (object Value, IndexedValueType Type)? Decode(Payload payload)
    {
        if (!payload.Metadata.TryGetValue(TypeKey, out var typeName))
        {
            throw new ArgumentException("The payload of a search attribute has no 'type' in its metadata.");
        }

        if (!Enum.TryParse<IndexedValueType>(typeName.ToStringUtf8(), out var type))
        {
            throw new ArgumentException($"'{typeName.ToStringUtf8()}' is not a known search attribute type.");
        }

        var json = DataConverter.Default.PayloadConverter.ToValue<JsonElement?>(payload);
        return json is { ValueKind: not JsonValueKind.Null } element ? (Read(element, type), type) : null;
    }

    // Old SDKs write single values as one-element lists, so every list of a single-valued type stays a list of that type.
    private static object Read(JsonElement json, IndexedValueType type) => json.ValueKind switch
    {
        JsonValueKind.Array when type is IndexedValueType.KeywordList or IndexedValueType.Keyword or IndexedValueType.Text =>
            json.EnumerateArray().Select(item => item.GetString()!).ToList(),
        JsonValueKind.Array => json.EnumerateArray().Select(item => Read(item, type)).ToList(),
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Number when type == IndexedValueType.Int => json.GetInt64(),
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.String when type == IndexedValueType.Datetime && json.TryGetDateTimeOffset(out var time) => time,
        JsonValueKind.String => json.GetString()!,
        _ => throw new ArgumentException($"A search attribute of type {type} cannot be {json.ValueKind}."),
    };
}
