namespace TemporalVideo.Hosting.Configuration;

/// <summary>Reads <c>config/worker.yaml</c>.</summary>
internal static class WorkerSettingsReader
{
    public static WorkerSettings Read(string root, List<string> faults)
    {
        var yaml = YamlFile.Open(root, "config/worker.yaml", faults);
        var concurrency = yaml.Whole("render_concurrency", 0, 0, 256);
        var settings = new WorkerSettings
        {
            Store = Path.GetFullPath(yaml.Text("store", "out/store"), root),
            Database = Path.GetFullPath(yaml.Text("database", "out/videos.db"), root),
            Lessons = Path.GetFullPath(yaml.Text("lessons", "lessons"), root),
            RenderConcurrency = concurrency > 0 ? concurrency : Math.Max(1, Environment.ProcessorCount / 2),
        };
        yaml.End();
        return settings;
    }
}
