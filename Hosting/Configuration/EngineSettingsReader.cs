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
        var apiKey = Given(environment("TEMPORAL_API_KEY"));
        var settings = new EngineSettings
        {
            Address = Given(environment("TEMPORAL_ADDRESS")) ?? address,
            Namespace = Given(environment("TEMPORAL_NAMESPACE")) ?? space,
            ApiKey = apiKey is null ? null : new Secret(apiKey),
            Tls = ReadTls(yaml.Section("tls"), root, environment, apiKey is not null, faults),
            LightTaskQueue = queues.Text("light", Workflows.Contracts.TaskQueues.Light),
            RenderTaskQueue = queues.Text("render", Workflows.Contracts.TaskQueues.Render),
            SearchAttributes = ReadSearchAttributes(yaml.Section("search_attributes")),
            Embedded = ReadEmbedded(yaml.Section("embedded"), root),
        };
        queues.End();
        yaml.End();
        return settings;
    }

    private static TlsSettings? ReadTls(YamlSection yaml, string root, Func<string, string?> environment, bool apiKey, List<string> faults)
    {
        var (enabled, serverName) = (yaml.Flag("enabled", false), yaml.Text("server_name", ""));
        var tls = new TlsSettings
        {
            ServerName = Given(environment("TEMPORAL_TLS_SERVER_NAME")) ?? serverName,
            ServerCa = File("server_ca", "TEMPORAL_TLS_SERVER_CA_CERT_PATH"),
            ClientCert = File("client_cert", "TEMPORAL_TLS_CLIENT_CERT_PATH"),
            ClientKey = File("client_key", "TEMPORAL_TLS_CLIENT_KEY_PATH"),
        };
        yaml.End();
        var asked = environment("TEMPORAL_TLS") is "1" or "true" or "True";
        return enabled || asked || apiKey || tls != new TlsSettings() ? tls : null;

        string File(string key, string variable)
        {
            var (configured, given) = (yaml.Text(key, ""), Given(environment(variable)));
            var path = given ?? configured;
            if (path.Length == 0)
            {
                return "";
            }

            var full = Path.GetFullPath(path, root);
            if (!System.IO.File.Exists(full))
            {
                faults.Add($"{(given is null ? $"{ProductRoot.Marker}: tls.{key}" : variable)}: expected a PEM file, found no file '{full}'");
            }

            return full;
        }
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
            Port = yaml.Whole("port", 7233, 0, 65535),
            HttpPort = yaml.Whole("http_port", 0, 0, 65535),
            DataFile = Path.GetFullPath(yaml.Text("data_file", "out/temporal.db"), root),
        };
        yaml.End();
        return settings;
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
