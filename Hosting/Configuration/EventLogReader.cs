using System.Text.RegularExpressions;

namespace TemporalVideo.Hosting.Configuration;

/// <summary>Reads where Agent6's events go: <c>event_log</c> and <c>aws</c> of <c>config/worker.yaml</c>.</summary>
internal static partial class EventLogReader
{
    private const string Variable = "TEMPORAL_VIDEO_EVENT_LOG";
    private const string CloudWatch = "cloudwatch:";

    /// <summary>A file or a CloudWatch log group; the other is null.</summary>
    public static (string? File, string? Group) Read(
        YamlSection yaml, string root, Func<string, string?> environment, List<string> faults)
    {
        var configured = yaml.Text("event_log", "out/agent6-events.jsonl");
        var (log, place) =
            environment(Variable) is { Length: > 0 } named ? (named, Variable) : (configured, "config/worker.yaml: event_log");
        if (!log.StartsWith(CloudWatch, StringComparison.Ordinal))
        {
            return (Path.GetFullPath(log, root), null);
        }

        var group = log[CloudWatch.Length..];
        if (!GroupName().IsMatch(group))
        {
            faults.Add($"{place}: expected a file, or a log group such as cloudwatch:/pipeline/agent6, found '{log}'");
        }

        return (null, group);
    }

    public static AwsSettings ReadAws(YamlSection yaml)
    {
        var settings = new AwsSettings(yaml.Text("profile", "default2"), yaml.Text("region", ""), yaml.Text("endpoint", ""));
        yaml.End();
        return settings;
    }

    /// <summary>CloudWatch's rule for the names of groups.</summary>
    [GeneratedRegex("^[.\\-_/#A-Za-z0-9]{1,512}$")]
    private static partial Regex GroupName();
}
