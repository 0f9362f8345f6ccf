using System.Collections.Concurrent;
using Temporalio.Runtime;
using TemporalVideo.Hosting.Configuration;

namespace TemporalVideo.Hosting.Telemetry;

/// <summary>The SDK's runtimes: one for each collector, because a runtime has threads of its own and lives as long as the
/// process.</summary>
internal static class SdkRuntime
{
    private static readonly ConcurrentDictionary<(TelemetrySettings? Telemetry, TelemetryFilterOptions.Level Level), Lazy<TemporalRuntime>>
        Runtimes = new();

    /// <summary>
    /// The runtime that sends the SDK's metrics to a collector. What the SDK logs goes to standard error: it would write into the answers
    /// of a command.
    /// </summary>
    /// <param name="telemetry">The collector; null: no metrics are sent.</param>
    /// <param name="level">From which level on the SDK logs.</param>
    public static TemporalRuntime For(TelemetrySettings? telemetry, TelemetryFilterOptions.Level level) => Runtimes.GetOrAdd(
        (telemetry, level), key => new Lazy<TemporalRuntime>(() => Start(key.Telemetry, key.Level))).Value;

    private static TemporalRuntime Start(TelemetrySettings? telemetry, TelemetryFilterOptions.Level level) => new(new TemporalRuntimeOptions
    {
        Telemetry = new TelemetryOptions
        {
            Logging = new LoggingOptions(new TelemetryFilterOptions(level, level))
            {
                Forwarding = new LogForwardingOptions(new ErrorStreamLogger()),
            },
            Metrics = telemetry is null ? null : new MetricsOptions(
                new OpenTelemetryOptions(AddressOf(telemetry)) { Protocol = telemetry.Protocol })
            {
                GlobalTags = [new("service.name", VideoTelemetry.ServiceName)],
            },
        },
    });

    /// <summary>Over HTTP each signal has a path of its own.</summary>
    private static Uri AddressOf(TelemetrySettings settings) =>
        settings.Protocol == OpenTelemetryProtocol.Http ? VideoTelemetry.SignalAddress(settings.Endpoint, "v1/metrics") : settings.Endpoint;
}
