using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using Temporalio.Api.History.V1;

namespace Temporalio.Common;

/// <summary>
/// Makes history JSON canonical. Older tools write enum values in camel case (<c>ActivityTaskScheduled</c>) in the place of
/// their protobuf names (<c>EVENT_TYPE_ACTIVITY_TASK_SCHEDULED</c>); the walk follows the message types, so only enums are touched.
/// </summary>
internal static class HistoryJson
{
    private static readonly ConcurrentDictionary<EnumDescriptor, IReadOnlyDictionary<string, string>> NamesByEnum = new();

    public static string Normalize(string json)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(json);
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"The history is not JSON: {e.Message}", nameof(json), e);
        }

        if (root is not JsonObject history)
        {
            throw new ArgumentException("The JSON is not that of a history: an object with 'events' is expected.", nameof(json));
        }

        Visit(history, History.Descriptor);
        return history.ToJsonString();
    }

    private static void Visit(JsonObject message, MessageDescriptor type)
    {
        foreach (var field in type.Fields.InDeclarationOrder())
        {
            var name = message.ContainsKey(field.JsonName) ? field.JsonName : field.Name;
            if (message[name] is not { } value)
            {
                continue;
            }

            if (field is { IsMap: true, FieldType: FieldType.Message } && field.MessageType.FindFieldByNumber(2) is { FieldType: FieldType.Message } values)
            {
                VisitAll(value.AsObject().Select(entry => entry.Value), values.MessageType);
            }
            else if (field is { IsMap: false, FieldType: FieldType.Message })
            {
                IEnumerable<JsonNode?> messages = field.IsRepeated ? value.AsArray() : new[] { value };
                VisitAll(messages, field.MessageType);
            }
            else if (field is { FieldType: FieldType.Enum, IsRepeated: false } && value.GetValueKind() == JsonValueKind.String
                && Names(field.EnumType).TryGetValue(value.GetValue<string>(), out var canonical))
            {
                message[name] = canonical;
            }
        }
    }

    private static void VisitAll(IEnumerable<JsonNode?> messages, MessageDescriptor type)
    {
        foreach (var message in messages.OfType<JsonObject>())
        {
            Visit(message, type);
        }
    }

    // The C# names are the camel case ones, without the enum's prefix.
    private static IReadOnlyDictionary<string, string> Names(EnumDescriptor type) => NamesByEnum.GetOrAdd(type, static type =>
        type.ClrType.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (field.Name, Proto: field.GetCustomAttribute<OriginalNameAttribute>()?.Name))
            .Where(names => names.Proto != null)
            .ToDictionary(names => names.Name, names => names.Proto!));
}
