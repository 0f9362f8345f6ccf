using System.CommandLine;
using TemporalVideo.Hosting.Configuration;

namespace TemporalVideo.Starter.Commands;

/// <summary>Options that every command has.</summary>
internal static class CommonOptions
{
    public static readonly Option<string?> Root = Recursive<string?>(
        "--root", "Folder with temporal-dev.yaml; found upwards from the current one by default.");

    public static readonly Option<string?> Address = Recursive<string?>(
        "--address",
        "host:port of a Temporal server; default from TEMPORAL_ADDRESS or temporal-dev.yaml, else the embedded server.");

    public static readonly Option<string?> Namespace = Recursive<string?>(
        "--namespace", "Temporal namespace; default from TEMPORAL_NAMESPACE or temporal-dev.yaml.");

    public static readonly Option<bool> Tls = Recursive<bool>(
        "--tls", "Connect with TLS. Certificates come from TEMPORAL_TLS_* or temporal-dev.yaml.");

    public static readonly Option<bool> Json = Recursive<bool>("--json", "Write JSON to standard output, one value a line, for scripts.");

    public static readonly Option<bool> Verbose = Recursive<bool>(
        "--verbose", "Log what the worker does to standard error; the embedded server logs into a file beside its data file.");

    public static IReadOnlyList<Option> All { get; } = [Root, Address, Namespace, Tls, Json, Verbose];

    /// <summary>Reads the configuration, and puts what the command line says over it.</summary>
    public static ProductConfiguration Configuration(ParseResult parsed)
    {
        var configuration = ProductConfiguration.Read(parsed.GetValue(Root));
        var engine = configuration.Engine;
        return configuration with
        {
            Engine = engine with
            {
                Address = parsed.GetValue(Address) ?? engine.Address,
                Namespace = parsed.GetValue(Namespace) ?? engine.Namespace,
                Tls = engine.Tls ?? (parsed.GetValue(Tls) ? new TlsSettings() : null),
            },
        };
    }

    private static Option<T> Recursive<T>(string name, string description) => new(name) { Description = description, Recursive = true };
}
