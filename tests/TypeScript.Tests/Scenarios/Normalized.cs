using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TemporalVideo.TypeScript.Tests.Scenarios;

/// <summary>A history without what differs from run to run: times, ids, processes.</summary>
internal static partial class Normalized
{
    /// <summary>
    /// Members that say something about the run or the server, not about what happened. The embedded server does not hand the points to reset to
    /// on to the next run.
    /// </summary>
    private static readonly HashSet<string> Left = ["taskId", "historySizeBytes", "prevAutoResetPoints"];

    /// <summary>Members that must be there, with a value of their own in each run.</summary>
    private static readonly HashSet<string> Own = ["requestId", "buildId", "stackTrace"];

    /// <summary>One line for each event.</summary>
    public static IReadOnlyList<string> Lines(string history)
    {
        var ids = new Dictionary<string, string>();
        return [.. JsonNode.Parse(history)!["events"]!.AsArray().Select(e => Write(Clean(e), ids))];
    }

    /// <summary>The node with members in order of their names and payloads in clear.</summary>
    private static JsonNode? Clean(JsonNode? node) => node switch
    {
        JsonObject o when o["data"] is JsonValue data && o["metadata"] is JsonObject => new JsonObject
        {
            ["metadata"] = Clean(o["metadata"]),
            ["data"] = Encoding.UTF8.GetString(Convert.FromBase64String(data.GetValue<string>())),
        },
        JsonObject o => new JsonObject(o.Where(member => !Left.Contains(member.Key)).OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Own.Contains(member.Key) ? JsonValue.Create("OWN") : Clean(member.Value)))),
        // Core names its flags in no particular order.
        JsonArray a when a.All(item => item is JsonValue value && value.GetValueKind() == JsonValueKind.Number) =>
            new JsonArray([.. a.Select(item => item!.GetValue<int>()).Order().Select(item => JsonValue.Create(item))]),
        JsonArray a => new JsonArray([.. a.Select(Clean)]),
        _ => node?.DeepClone(),
    };

    private static string Write(JsonNode? node, Dictionary<string, string> ids)
    {
        var text = Uuid().Replace(node!.ToJsonString(), id => ids.TryAdd(id.Value, string.Create(CultureInfo.InvariantCulture, $"id{ids.Count}")) ? ids[id.Value] : ids[id.Value]);
        text = Time().Replace(text, "TIME");
        text = FractionOfSecond().Replace(text, "FRACTION");
        text = CoreTime().Replace(text, "$1:0");
        return Process().Replace(text, "PROCESS@");
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:.]+Z")]
    private static partial Regex Time();

    [GeneratedRegex(@"0\.\d+s")]
    private static partial Regex FractionOfSecond();

    [GeneratedRegex(@"(seconds|nanos)\\u0022:\d+")]
    private static partial Regex CoreTime();

    [GeneratedRegex(@"\d+@")]
    private static partial Regex Process();
}
