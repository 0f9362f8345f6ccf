using System.Collections;
using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>Finds durations and times in a request that are beyond what protobuf defines: nothing behind this has to fear them.</summary>
internal static class TimeFields
{
    private const long LongestSeconds = 315_576_000_000;
    private const long FirstSecond = -62_135_596_800;
    private const long LastSecond = 253_402_300_799;
    private const int NanosPerSecond = 1_000_000_000;

    private static readonly ConcurrentDictionary<MessageDescriptor, FieldDescriptor[]> Plans = new();

    /// <summary>Name of the first field that is wrong, or null.</summary>
    public static string? FindInvalid(IMessage message)
    {
        foreach (var field in Plans.GetOrAdd(message.Descriptor, Plan))
        {
            var value = field.Accessor.GetValue(message);
            var invalid = field switch
            {
                _ when value is null => null,
                { IsMap: true } => FindInvalid(((IDictionary)value).Values, field),
                { IsRepeated: true } => FindInvalid((IList)value, field),
                _ => FindInvalid((IMessage)value, field),
            };
            if (invalid is not null)
            {
                return invalid;
            }
        }

        return null;
    }

    private static string? FindInvalid(IEnumerable values, FieldDescriptor field)
    {
        foreach (IMessage value in values)
        {
            if (FindInvalid(value, field) is { } invalid)
            {
                return invalid;
            }
        }

        return null;
    }

    private static string? FindInvalid(IMessage value, FieldDescriptor field) => value switch
    {
        Duration duration => IsValid(duration) ? null : field.PropertyName,
        Timestamp time => IsValid(time) ? null : field.PropertyName,
        _ => FindInvalid(value),
    };

    private static bool IsValid(Duration duration) =>
        duration.Seconds is >= -LongestSeconds and <= LongestSeconds
        && duration.Nanos is > -NanosPerSecond and < NanosPerSecond
        && Math.Sign(duration.Seconds) * Math.Sign(duration.Nanos) >= 0;

    private static bool IsValid(Timestamp time) => time.Seconds is >= FirstSecond and <= LastSecond && time.Nanos is >= 0 and < NanosPerSecond;

    /// <summary>The fields of a type that are times, or lead to one.</summary>
    private static FieldDescriptor[] Plan(MessageDescriptor type) =>
        [.. type.Fields.InDeclarationOrder().Where(field => Inner(field) is { } inner && LeadsToTime(inner, []))];

    private static bool LeadsToTime(MessageDescriptor type, HashSet<MessageDescriptor> seen) =>
        type == Duration.Descriptor
        || type == Timestamp.Descriptor
        || (seen.Add(type) && type.Fields.InDeclarationOrder().Any(field => Inner(field) is { } inner && LeadsToTime(inner, seen)));

    /// <summary>The message type of a field, of a map its values'; null where it has none.</summary>
    private static MessageDescriptor? Inner(FieldDescriptor field)
    {
        var inner = field.IsMap ? field.MessageType.FindFieldByNumber(2) : field;
        return inner.FieldType == FieldType.Message && inner.MessageType.File.Name != "google/protobuf/wrappers.proto" ? inner.MessageType : null;
    }
}
