using Temporalio.Api.Enums.V1;

namespace TemporalVideo.Hosting.Configuration;

/// <summary>Reads <c>temporal-dev.yaml</c>, and what the environment says over it.</summary>
internal static class EngineSettingsReader
{
    public static EngineSettings Read(string root, Func<string, string?> environment, List<string> faults)
    {
        var yaml = YamlFile.Open(root, ProductRoot.Marker, faults);
        var queues = yaml.Section("task_queues");
        var (address, space) = (yaml.Text("address", ""), yaml.Text("namespace", "default"));
        var profile = ClientProfile.Read(environment, faults);
        var settings = new EngineSettings
        {
            Address = Given(profile.Address) ?? address,
            Namespace = Given(profile.Namespace) ?? space,
            ApiKey = Given(profile.ApiKey) is { } key ? new Secret(key) : null,
            Tls = TlsSettingsReader.Read(yaml.Section("tls"), root, profile, faults),
            LightTaskQueue = queues.Text("light", Workflows.Contracts.TaskQueues.Light),
            RenderTaskQueue = queues.Text("render", Workflows.Contracts.TaskQueues.Render),
            SearchAttributes = ReadSearchAttributes(yaml.Section("search_attributes")),
            Metadata = profile.GrpcMeta?.ToDictionary() ?? [],
            Deployment = ReadDeployment(yaml.Section("deployment"), environment, faults),
            Telemetry = TelemetrySettings.Read(yaml.Section("telemetry"), environment, faults),
            Encryption = EncryptionSettings.Read(yaml.Section("encryption"), root, environment, faults),
            Embedded = ReadEmbedded(yaml.Section("embedded"), root),
        };
        queues.End();
        yaml.End();
        return settings;
    }

    private static DeploymentSettings? ReadDeployment(YamlSection yaml, Func<string, string?> environment, List<string> faults)
    {
        var (configuredName, configuredBuild) = (yaml.Text("name", ""), yaml.Text("build_id", ""));
        yaml.End();
        var name = Given(environment("TEMPORAL_DEPLOYMENT_NAME")) ?? configuredName;
        var build = Given(environment("TEMPORAL_WORKER_BUILD_ID")) ?? configuredBuild;
        if ((name.Length == 0) != (build.Length == 0))
        {
            faults.Add(
                $"{ProductRoot.Marker}: deployment: expected both name and build_id or neither, found name '{name}', build_id '{build}'");
        }

        return name.Length > 0 && build.Length > 0 ? new DeploymentSettings(name, build) : null;
    }

    private static Dictionary<string, IndexedValueType> ReadSearchAttributes(YamlSection yaml)
    {
        var attributes = yaml.Keys.ToDictionary(name => name, name => yaml.Choice(name, IndexedValueType.Keyword));
        yaml.End();
        return attributes;
    }

    private static EmbeddedServerSettings ReadEmbedded(YamlSection yaml, string root)
    {
        var settings = new EmbeddedServerSettings
        {
            Ip = yaml.Text("ip", "127.0.0.1"),
            Port = yaml.WholeOrAuto("port", 0, 65535),
            HttpPort = yaml.Whole("http_port", 0, 0, 65535),
            WebUiPort = yaml.WholeOrAuto("ui_port", 0, 65535),
            WebUiFolder = Path.GetFullPath(yaml.Text("ui_folder", "out/web-ui/site"), root),
            IdleSeconds = yaml.Whole("idle_seconds", 60, 1, 86400),
            DataFile = Path.GetFullPath(yaml.Text("data_file", "out/temporal.db"), root),
        };
        yaml.End();
        return settings;
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
