using Temporalio.Runtime;

namespace TemporalVideo.Hosting.Configuration;

/// <summary>Where metrics and traces are sent to.</summary>
/// <param name="Endpoint">The OTLP collector.</param>
/// <param name="Protocol">How it is spoken to; default gRPC.</param>
public sealed record TelemetrySettings(Uri Endpoint, OpenTelemetryProtocol Protocol)
{
    internal static TelemetrySettings? Read(YamlSection yaml, Func<string, string?> environment, List<string> faults)
    {
        var (configured, protocol) = (yaml.Text("otlp_endpoint", ""), yaml.Text("otlp_protocol", "grpc"));
        yaml.End();
        var given = environment("OTEL_EXPORTER_OTLP_ENDPOINT");
        var endpoint = string.IsNullOrWhiteSpace(given) ? configured : given;
        if (endpoint.Length == 0)
        {
            return null;
        }

        var spoken = environment("OTEL_EXPORTER_OTLP_PROTOCOL") is { Length: > 0 } wanted ? wanted : protocol;
        if (spoken is not ("grpc" or "http/protobuf"))
        {
            faults.Add(
                $"OTEL_EXPORTER_OTLP_PROTOCOL or {ProductRoot.Marker}: telemetry.otlp_protocol: expected grpc or http/protobuf, found "
                    + $"'{spoken}'");
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            faults.Add(
                $"OTEL_EXPORTER_OTLP_ENDPOINT or {ProductRoot.Marker}: telemetry.otlp_endpoint: expected an address such as "
                    + $"http://localhost:4317, "
                + $"found '{endpoint}'");
            return null;
        }

        return new TelemetrySettings(uri, spoken == "grpc" ? OpenTelemetryProtocol.Grpc : OpenTelemetryProtocol.Http);
    }
}
