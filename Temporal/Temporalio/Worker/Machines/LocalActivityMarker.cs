using System.Text.Json;
using System.Text.Json.Serialization;
using Google.Protobuf.Collections;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;

namespace Temporalio.Worker.Machines;

/// <summary>The marker that holds the outcome of a local activity; result and failure stand beside it.</summary>
internal sealed record LocalActivityMarker(
    [property: JsonPropertyName("seq")] uint Seq,
    [property: JsonPropertyName("attempt")] int Attempt,
    [property: JsonPropertyName("activity_id")] string ActivityId,
    [property: JsonPropertyName("activity_type")] string ActivityType,
    [property: JsonPropertyName("complete_time")] MarkerJson.Seconds? CompleteTime,
    [property: JsonPropertyName("backoff")] MarkerJson.Seconds? Backoff,
    [property: JsonPropertyName("original_schedule_time")] MarkerJson.Seconds? OriginalScheduleTime)
{
    /// <summary>Name of the marker.</summary>
    public const string Name = "core_local_activity";

    /// <summary>Detail that holds the activity's own payloads.</summary>
    public const string ResultKey = "result";

    private const string DataKey = "data";

    /// <summary>Says how a command and an event about local activities differ, if they do.</summary>
    public static string? Compare(RecordMarkerCommandAttributes ours, MarkerRecordedEventAttributes theirs) =>
        TryRead(theirs.MarkerName, theirs.Details) is { } recorded && TryRead(ours.MarkerName, ours.Details) is { } own
            ? CommandRule.Both("local activity number", own.Seq, recorded.Seq)
                ?? CommandRule.Both("local activity id", own.ActivityId, recorded.ActivityId)
                ?? CommandRule.Both("local activity type", own.ActivityType, recorded.ActivityType)
            : null;

    /// <summary>Reads the marker; null when it is another one.</summary>
    public static LocalActivityMarker? TryRead(string markerName, MapField<string, Payloads> details) =>
        markerName == Name && details.TryGetValue(DataKey, out var data) && data.Payloads_.Count > 0
            ? JsonSerializer.Deserialize<LocalActivityMarker>(data.Payloads_[0].Data.Span)
            : null;

    /// <summary>The command that writes the marker.</summary>
    public Command ToCommand(Payloads? result, Failure? failure)
    {
        var attributes = new RecordMarkerCommandAttributes { MarkerName = Name, Failure = failure };
        attributes.Details[DataKey] = new() { Payloads_ = { MarkerJson.ToPayload(this) } };
        if (failure is null)
        {
            attributes.Details[ResultKey] = result ?? new();
        }

        return new() { CommandType = CommandType.RecordMarker, RecordMarkerCommandAttributes = attributes };
    }
}
