using System.Globalization;
using System.Text.Json;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace TemporalVideo.DevServer.Attributes;

/// <summary>Reads the value out of a search attribute's payload.</summary>
internal static class SearchAttributeValue
{
    /// <summary>
    /// The value as it is indexed: <see cref="string"/>, <see cref="long"/> (also for dates, in nanoseconds since 1970),
    /// <see cref="double"/>, <see cref="bool"/> or, for lists, an array of strings; null when the payload takes the attribute away.
    /// </summary>
    /// <exception cref="FormatException">The payload does not hold a value of that type.</exception>
    public static object? Read(Payload payload, IndexedValueType type)
    {
        if (payload.Metadata.TryGetValue("encoding", out var encoding) && encoding.ToStringUtf8() == "binary/null")
        {
            return null;
        }

        JsonElement json;
        try
        {
            using var document = JsonDocument.Parse(payload.Data.Memory);
            json = document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw new FormatException("not JSON", e);
        }

        if (type == IndexedValueType.KeywordList)
        {
            return List(json);
        }

        // Older SDKs wrap single values in an array.
        if (json.ValueKind == JsonValueKind.Array)
        {
            switch (json.GetArrayLength())
            {
                case 0:
                    return null;
                case 1:
                    json = json[0];
                    break;
                default:
                    throw new FormatException("more than one value");
            }
        }

        return json.ValueKind == JsonValueKind.Null ? null : Single(json, type);
    }

    /// <summary>The value as people write it: a string without its quotes.</summary>
    public static string Text(Payload payload)
    {
        var json = payload.Data.ToStringUtf8();
        return json is ['"', .., '"'] ? json[1..^1] : json;
    }

    /// <summary>Nanoseconds since 1970 of an RFC 3339 time with up to nine digits of a second.</summary>
    public static bool TryParseTime(string text, out long nanoseconds)
    {
        nanoseconds = 0;
        if (text.Length < "2006-01-02T15:04:05Z".Length || text[10] is not ('T' or 't'))
        {
            return false;
        }

        var end = 19;
        long fraction = 0;
        if (text[end] == '.')
        {
            end++;
            var digits = 0;
            for (; end < text.Length && char.IsAsciiDigit(text[end]); end++, digits++)
            {
                fraction = digits < 9 ? fraction * 10 + (text[end] - '0') : fraction;
            }

            for (; digits < 9; digits++)
            {
                fraction *= 10;
            }
        }

        if (!DateTimeOffset.TryParseExact(
                text[..19] + text[end..], ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd't'HH:mm:ssK"], CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal, out var time))
        {
            return false;
        }

        nanoseconds = Nanoseconds(time) + fraction;
        return true;
    }

    /// <summary>Nanoseconds since 1970.</summary>
    public static long Nanoseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks * 100;

    /// <summary>The time that <see cref="Nanoseconds"/> was made of, to 100 ns.</summary>
    public static DateTimeOffset Time(long nanoseconds) => DateTimeOffset.UnixEpoch.AddTicks(nanoseconds / 100);

    private static string[]? List(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.String:
                return [json.GetString()!];
            case JsonValueKind.Array when json.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String):
                return json.GetArrayLength() == 0 ? null : [.. json.EnumerateArray().Select(item => item.GetString()!)];
            default:
                throw new FormatException("not a list of strings");
        }
    }

    private static object Single(JsonElement json, IndexedValueType type) => (type, json.ValueKind) switch
    {
        (IndexedValueType.Keyword or IndexedValueType.Text, JsonValueKind.String) => json.GetString()!,
        (IndexedValueType.Int, JsonValueKind.Number) when json.TryGetInt64(out var number) => number,
        (IndexedValueType.Double, JsonValueKind.Number) => json.GetDouble(),
        (IndexedValueType.Bool, JsonValueKind.True or JsonValueKind.False) => json.GetBoolean(),
        (IndexedValueType.Datetime, JsonValueKind.String) when TryParseTime(json.GetString()!, out var time) => time,
        _ => throw new FormatException($"not of type {type}"),
    };
}
