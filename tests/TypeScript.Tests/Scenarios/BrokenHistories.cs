using System.Text;
using System.Text.Json.Nodes;
using TemporalVideo.TypeScript.Tests.Servers;

namespace TemporalVideo.TypeScript.Tests.Scenarios;

/// <summary>Histories that the code of the workflow cannot have made, and the scenario that each is made from.</summary>
public sealed class BrokenHistories : TheoryData<Language, string, string>
{
    private static readonly Dictionary<string, (string Scenario, Action<JsonArray> Change)> Changes = new()
    {
        ["activity type"] = ("oneActivity", events => Of(events, "activityTaskScheduled")["activityType"]!["name"] = "other"),
        ["activity id"] = ("activityFallback", events => Of(events, "activityTaskScheduled")["activityId"] = "9"),
        ["timer id"] = ("timer", events => Of(events, "timerFired")["timerId"] = "9"),
        ["child type"] = ("child", events => Of(events, "startChildWorkflowExecutionInitiated")["workflowType"]!["name"] = "other"),
        ["child id"] = ("child", events => Of(events, "startChildWorkflowExecutionInitiated")["workflowId"] = "other"),
        ["patch id"] = ("patch", events => ChangeMarker(events, "patch-data", "the-patch", "other-patch")),
        ["local activity type"] = ("localActivities", events => ChangeMarker(events, "data", "greet", "other")),
        ["input"] = ("continueAsNew", events => Of(events, "workflowExecutionStarted")["input"]!["payloads"]![0]!["data"] = Base64("0")),
    };

    public BrokenHistories()
    {
        foreach (var on in Enum.GetValues<Language>())
        {
            foreach (var (what, (scenario, _)) in Changes)
            {
                Add(on, scenario, what);
            }
        }
    }

    /// <summary>The history with one thing changed.</summary>
    internal static string Break(string what, string history)
    {
        var json = JsonNode.Parse(history)!;
        Changes[what].Change(json["events"]!.AsArray());
        return json.ToJsonString();
    }

    /// <summary>The attributes of the first event of a kind.</summary>
    private static JsonNode Of(JsonArray events, string kind) =>
        events.Select(e => e![$"{kind}EventAttributes"]).First(attributes => attributes is not null)!;

    private static void ChangeMarker(JsonArray events, string detail, string from, string to)
    {
        var payload = Of(events, "markerRecorded")["details"]![detail]!["payloads"]![0]!;
        var data = Encoding.UTF8.GetString(Convert.FromBase64String(payload["data"]!.GetValue<string>()));
        data.Should().Contain(from);
        payload["data"] = Base64(data.Replace(from, to, StringComparison.Ordinal));
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
