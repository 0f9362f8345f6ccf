using System.Text.Json;
using System.Text.Json.Serialization;
using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace Temporalio.Worker.Machines;

/// <summary>The engine's own data in markers: plain JSON whatever converter the application uses.</summary>
internal static class MarkerJson
{
    public static Payload ToPayload<T>(T value)
    {
        var payload = new Payload { Data = ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(value)) };
        payload.Metadata["encoding"] = ByteString.CopyFromUtf8("json/plain");
        return payload;
    }

    /// <summary>A time or a span, as protobuf's types look in JSON of the shared core.</summary>
    public sealed record Seconds(
        [property: JsonPropertyName("seconds")] long Whole,
        [property: JsonPropertyName("nanos")] int Nanos)
    {
        private const int NanosPerTick = 100;

        public static Seconds Of(TimeSpan span) =>
            new(span.Ticks / TimeSpan.TicksPerSecond, (int)(span.Ticks % TimeSpan.TicksPerSecond) * NanosPerTick);

        public static Seconds Of(DateTime time) => Of(time - DateTime.UnixEpoch);

        public TimeSpan ToTimeSpan() => new((Whole * TimeSpan.TicksPerSecond) + (Nanos / NanosPerTick));

        public DateTime ToDateTime() => DateTime.UnixEpoch + ToTimeSpan();
    }
}
