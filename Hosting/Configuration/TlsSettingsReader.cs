using Temporalio.Common.EnvConfig;

namespace TemporalVideo.Hosting.Configuration;

/// <summary>Reads <c>tls</c> of <c>temporal-dev.yaml</c>, and what the profile says over it.</summary>
internal static class TlsSettingsReader
{
    public static TlsSettings? Read(YamlSection yaml, string root, ClientEnvConfig.Profile profile, List<string> faults)
    {
        var (enabled, serverName) = (yaml.Flag("enabled", false), yaml.Text("server_name", ""));
        var tls = new TlsSettings
        {
            ServerName = profile.Tls?.ServerName ?? serverName,
            ServerCa = Pem("server_ca", profile.Tls?.ServerRootCACert, "TEMPORAL_TLS_SERVER_CA_CERT_PATH"),
            ClientCert = Pem("client_cert", profile.Tls?.ClientCert, "TEMPORAL_TLS_CLIENT_CERT_PATH"),
            ClientKey = Pem("client_key", profile.Tls?.ClientPrivateKey, "TEMPORAL_TLS_CLIENT_KEY_PATH"),
        };
        yaml.End();
        return profile.Tls?.Disabled == true ? null
            : enabled || profile.Tls is not null || profile.ApiKey is not null || tls != new TlsSettings() ? tls
            : null;

        DataSource? Pem(string key, DataSource? given, string variable)
        {
            var configured = yaml.Text(key, "");
            var path = given is null ? configured : given.Path ?? "";
            if (path.Length == 0)
            {
                return given;
            }

            var full = Path.GetFullPath(path, root);
            if (!File.Exists(full))
            {
                faults.Add(
                    $"{(given is null ? $"{ProductRoot.Marker}: tls.{key}" : variable)}: expected a PEM file, found no file '{full}'");
            }

            return DataSource.FromPath(full);
        }
    }
}
