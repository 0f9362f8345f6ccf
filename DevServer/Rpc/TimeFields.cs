using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Type = System.Type;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>Finds durations and times in a request that are beyond what protobuf defines: nothing behind this has to fear them.</summary>
internal static class TimeFields
{
    private const long LongestSeconds = 315_576_000_000;
    private const long FirstSecond = -62_135_596_800;
    private const long LastSecond = 253_402_300_799;
    private const int NanosPerSecond = 1_000_000_000;

    private static readonly ConcurrentDictionary<Type, MessageMember[]> Plans = new();

    /// <summary>Name of the first field that is wrong, or null.</summary>
    public static string? FindInvalid(IMessage message)
    {
        foreach (var member in Plans.GetOrAdd(message.GetType(), Plan))
        {
            var invalid = member.Get(message) switch
            {
                null => null,
                IDictionary map => FindInvalid(map.Values, member),
                IList list => FindInvalid(list, member),
                var value => FindInvalid((IMessage)value, member),
            };
            if (invalid is not null)
            {
                return invalid;
            }
        }

        return null;
    }

    private static string? FindInvalid(IEnumerable values, MessageMember member)
    {
        foreach (IMessage value in values)
        {
            if (FindInvalid(value, member) is { } invalid)
            {
                return invalid;
            }
        }

        return null;
    }

    private static string? FindInvalid(IMessage value, MessageMember member) => value switch
    {
        Duration duration => IsValid(duration) ? null : member.Name,
        Timestamp time => IsValid(time) ? null : member.Name,
        _ => FindInvalid(value),
    };

    private static bool IsValid(Duration duration) =>
        duration.Seconds is >= -LongestSeconds and <= LongestSeconds
        && duration.Nanos is > -NanosPerSecond and < NanosPerSecond
        && Math.Sign(duration.Seconds) * Math.Sign(duration.Nanos) >= 0;

    private static bool IsValid(Timestamp time) => time.Seconds is >= FirstSecond and <= LastSecond && time.Nanos is >= 0
        and < NanosPerSecond;

    /// <summary>The members of a type that are times, or lead to one.</summary>
    private static MessageMember[] Plan(Type type) =>
        [.. MessageMember.Of(type).Where(member => Inner(member.Type) is { } inner && LeadsToTime(inner, []))];

    private static bool LeadsToTime(Type type, HashSet<Type> seen) =>
        type == typeof(Duration)
        || type == typeof(Timestamp)
        || (seen.Add(type) && type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Any(property => Inner(property.PropertyType) is { } inner && LeadsToTime(inner, seen)));

    /// <summary>The message type of a member, of a collection its items'; null where it has none.</summary>
    private static Type? Inner(Type type)
    {
        var inner = type.IsGenericType ? type.GetGenericArguments()[^1] : type;
        return typeof(IMessage).IsAssignableFrom(inner) ? inner : null;
    }
}
