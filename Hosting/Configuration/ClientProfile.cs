using System.Collections;
using Temporalio.Common.EnvConfig;

namespace TemporalVideo.Hosting.Configuration;

/// <summary>
/// What the environment says about the Temporal server, read by the SDK's own rules: <c>TEMPORAL_*</c> variables, and a profile of a
/// <c>temporal.toml</c> when <c>TEMPORAL_PROFILE</c> or <c>TEMPORAL_CONFIG_FILE</c> names one. A profile that nobody named is left alone:
/// the first
/// command is to use the embedded server, whatever the Temporal CLI was set up for.
/// </summary>
internal static class ClientProfile
{
    private const string ProfileVariable = "TEMPORAL_PROFILE";
    private const string FileVariable = "TEMPORAL_CONFIG_FILE";
    private const string Metadata = "TEMPORAL_GRPC_META_";

    private static readonly string[] Variables =
    [
        "TEMPORAL_ADDRESS", "TEMPORAL_NAMESPACE", "TEMPORAL_API_KEY", ProfileVariable, FileVariable,
        "TEMPORAL_TLS", "TEMPORAL_TLS_SERVER_NAME", "TEMPORAL_TLS_DISABLE_HOST_VERIFICATION",
        "TEMPORAL_TLS_SERVER_CA_CERT_PATH", "TEMPORAL_TLS_SERVER_CA_CERT_DATA",
        "TEMPORAL_TLS_CLIENT_CERT_PATH", "TEMPORAL_TLS_CLIENT_CERT_DATA",
        "TEMPORAL_TLS_CLIENT_KEY_PATH", "TEMPORAL_TLS_CLIENT_KEY_DATA",
    ];

    public static ClientEnvConfig.Profile Read(Func<string, string?> environment, List<string> faults)
    {
        var given = Given(environment);
        try
        {
            return ClientEnvConfig.Profile.Load(new ClientEnvConfig.ProfileLoadOptions
            {
                OverrideEnvVars = given,
                Profile = given.GetValueOrDefault(ProfileVariable),
                DisableFile = !given.ContainsKey(ProfileVariable) && !given.ContainsKey(FileVariable),
            });
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            faults.Add($"TEMPORAL_* in the environment: {exception.Message}");
            return new ClientEnvConfig.Profile(null, null, null, null, null);
        }
    }

    private static Dictionary<string, string> Given(Func<string, string?> environment)
    {
        var metadata = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(entry => (string)entry.Key)
            .Where(name => name.StartsWith(Metadata, StringComparison.Ordinal));
        return Variables.Concat(metadata)
            .Select(name => (Name: name, Value: environment(name)))
            .Where(variable => !string.IsNullOrWhiteSpace(variable.Value))
            .ToDictionary(variable => variable.Name, variable => variable.Value!);
    }
}
