using System.Collections.Concurrent;
using Temporalio.Runtime;
using TemporalVideo.Hosting.Configuration;

namespace TemporalVideo.Hosting.Telemetry;

/// <summary>The SDK's runtimes: one for each collector, because a runtime has threads of its own and lives as long as the
/// process.</summary>
internal static class MetricsRuntime
{
    private static readonly ConcurrentDictionary<TelemetrySettings, Lazy<TemporalRuntime>> Runtimes = new();

    /// <summary>The runtime that sends the SDK's metrics; null, the SDK's default without metrics, when none are to be sent.</summary>
    public static TemporalRuntime? For(TelemetrySettings? telemetry) => telemetry is null
        ? null
        : Runtimes.GetOrAdd(telemetry, settings => new Lazy<TemporalRuntime>(() => Start(settings))).Value;

    private static TemporalRuntime Start(TelemetrySettings settings) => new(new TemporalRuntimeOptions
    {
        Telemetry = new TelemetryOptions
        {
            Metrics = new MetricsOptions(new OpenTelemetryOptions(AddressOf(settings)) { Protocol = settings.Protocol })
            {
                GlobalTags = [new("service.name", VideoTelemetry.ServiceName)],
            },
        },
    });

    /// <summary>Over HTTP each signal has a path of its own.</summary>
    private static Uri AddressOf(TelemetrySettings settings) =>
        settings.Protocol == OpenTelemetryProtocol.Http ? VideoTelemetry.SignalAddress(settings.Endpoint, "v1/metrics") : settings.Endpoint;
}
