using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Hosting.Configuration;

/// <summary>Reads <c>config/worker.yaml</c>.</summary>
internal static class WorkerSettingsReader
{
    private const string FailVariable = "TEMPORAL_VIDEO_FAIL";

    public static WorkerSettings Read(string root, Func<string, string?> environment, List<string> faults)
    {
        var yaml = YamlFile.Open(root, "config/worker.yaml", faults);
        var concurrency = yaml.Whole("render_concurrency", 0, 0, 256);
        var settings = new WorkerSettings
        {
            Store = Path.GetFullPath(yaml.Text("store", "out/store"), root),
            Database = Path.GetFullPath(yaml.Text("database", "out/videos.db"), root),
            Lessons = Path.GetFullPath(yaml.Text("lessons", "lessons"), root),
            RenderConcurrency = concurrency > 0 ? concurrency : Math.Max(1, Environment.ProcessorCount / 2),
            FailingAgents = ReadFailingAgents(environment(FailVariable), faults),
        };
        yaml.End();
        return settings;
    }

    private static List<AgentName> ReadFailingAgents(string? names, List<string> faults)
    {
        var agents = new List<AgentName>();
        foreach (var name in (names ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Enum.TryParse<AgentName>(name, ignoreCase: true, out var agent) && Enum.IsDefined(agent))
            {
                agents.Add(agent);
            }
            else
            {
                faults.Add($"{FailVariable}: expected names such as agent2,agent5, found '{name}'");
            }
        }

        return agents;
    }
}
