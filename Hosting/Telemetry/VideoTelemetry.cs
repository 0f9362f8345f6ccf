using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Temporalio.Runtime;
using TemporalVideo.Hosting.Configuration;

namespace TemporalVideo.Hosting.Telemetry;

/// <summary>Sends the traces of <see cref="TracingInterceptor"/> to an OTLP collector.</summary>
public static class VideoTelemetry
{
    /// <summary>What metrics and traces are told apart by at the collector.</summary>
    public const string ServiceName = "temporal-video";

    /// <summary>Begins to send; disposing sends what is left and ends it.</summary>
    /// <param name="settings">Where to; null sends nothing.</param>
    /// <returns>Null when nothing is sent.</returns>
    public static IDisposable? Start(TelemetrySettings? settings) => settings is null ? null : Sdk.CreateTracerProviderBuilder()
        .ConfigureResource(resource => resource.AddService(ServiceName))
        .AddSource(TracingInterceptor.SourceName)
        .AddOtlpExporter(options =>
        {
            var http = settings.Protocol == OpenTelemetryProtocol.Http;
            options.Protocol = http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
            options.Endpoint = http ? SignalAddress(settings.Endpoint, "v1/traces") : settings.Endpoint;
        })
        .Build();

    internal static Uri SignalAddress(Uri endpoint, string path) => new($"{endpoint.AbsoluteUri.TrimEnd('/')}/{path}");
}
