using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Hosting.Configuration;

/// <summary>Reads <c>config/worker.yaml</c>.</summary>
internal static class WorkerSettingsReader
{
    private const string VoicesVariable = "TEMPORAL_VIDEO_VOICES";
    private const string FailVariable = "TEMPORAL_VIDEO_FAIL";

    public static WorkerSettings Read(string root, Func<string, string?> environment, List<string> faults)
    {
        var yaml = YamlFile.Open(root, "config/worker.yaml", faults);
        var concurrency = yaml.Whole("render_concurrency", 0, 0, 256);
        var (allowPrivateJobs, mostJobs) = ReadJobs(yaml.Section("jobs"));
        var (folder, bucket) = ObjectStoreReader.Read(yaml, root, environment, faults);
        var (eventFile, group) = EventLogReader.Read(yaml, root, environment, faults);
        var settings = new WorkerSettings
        {
            EventLog = eventFile,
            LogGroup = group,
            Aws = EventLogReader.ReadAws(yaml.Section("aws")),
            Stitching = StitchingReader.Read(yaml, folder, environment, faults),
            Store = folder,
            S3 = bucket,
            Database = DatabaseSettings.Read(yaml, root, environment, faults),
            Lessons = Path.GetFullPath(yaml.Text("lessons", "lessons"), root),
            Voices = [.. ReadVoices(yaml.Texts("voices"), root, environment(VoicesVariable), faults)],
            Pronunciation = ReadPronunciation(yaml.Section("pronunciation"), faults),
            UserDayLimit = yaml.Money("user_limit_per_day", 0) is var limit and > 0 ? limit : null,
            AllowPrivateWebhooks = ReadFlag(yaml.Section("webhooks"), "allow_private"),
            AllowTemplatesWithoutKey = ReadFlag(yaml.Section("web"), "allow_templates"),
            AllowPrivateJobs = allowPrivateJobs,
            MaxRunningJobsPerUser = mostJobs,
            RenderConcurrency = concurrency > 0 ? concurrency : Math.Max(1, Environment.ProcessorCount / 2),
            FailingAgents = ReadFailingAgents(environment(FailVariable), faults),
        };
        yaml.End();
        return settings;
    }

    /// <summary>A folder that is named in the environment must be there; one of the file may not be made yet.</summary>
    private static IEnumerable<string> ReadVoices(IReadOnlyList<string> configured, string root, string? named, List<string> faults)
    {
        var folders = (named ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var missing in folders.Where(folder => !Directory.Exists(folder)))
        {
            faults.Add($"{VoicesVariable}: there is no folder '{missing}'");
        }

        return folders.Select(Path.GetFullPath).Concat(configured.Select(folder => Path.GetFullPath(folder, root)));
    }

    private static bool ReadFlag(YamlSection section, string key)
    {
        var allow = section.Flag(key, false);
        section.End();
        return allow;
    }

    private static (bool AllowPrivate, int MaxRunningPerUser) ReadJobs(YamlSection section)
    {
        var read = (section.Flag("allow_private", false), section.Whole("max_running_per_user", 16, 0, 10_000));
        section.End();
        return read;
    }

    private static Dictionary<string, string> ReadPronunciation(YamlSection section, List<string> faults)
    {
        var words = section.Keys.ToDictionary(word => word, word => section.Text(word, ""));
        foreach (var word in words.Where(pair => pair.Key.Trim().Length == 0 || pair.Value.Trim().Length == 0))
        {
            faults.Add($"config/worker.yaml: pronunciation.{word.Key}: expected how the word is said, such as 'GIF: jif'");
        }

        return words;
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
