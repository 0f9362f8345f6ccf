using System.Text.Json;
using System.Text.Json.Serialization;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Temporalio.Worker.Machines;

/// <summary>The marker that says "this code had the patch".</summary>
/// <param name="Id">Patch id.</param>
/// <param name="Deprecated">Whether code without the patch may replay it.</param>
internal sealed record PatchMarker(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("deprecated")] bool Deprecated)
{
    /// <summary>Name of the marker.</summary>
    public const string Name = "core_patch";

    /// <summary>Search attribute that lists the patches of a run.</summary>
    public const string ChangeVersion = "TemporalChangeVersion";

    private const string Key = "patch-data";

    /// <summary>Reads the marker; null when it is another one.</summary>
    public static PatchMarker? TryRead(string markerName, MapField<string, Payloads> details) =>
        markerName == Name && details.TryGetValue(Key, out var data) && data.Payloads_.Count > 0
            ? JsonSerializer.Deserialize<PatchMarker>(data.Payloads_[0].Data.Span)
            : null;

    /// <summary>Says how a command and an event about patches differ, if they do.</summary>
    public static string? Compare(RecordMarkerCommandAttributes ours, MarkerRecordedEventAttributes theirs) =>
        TryRead(theirs.MarkerName, theirs.Details) is { } recorded
            ? CommandRule.Both("patch id", TryRead(ours.MarkerName, ours.Details)?.Id, recorded.Id)
            : null;

    /// <summary>The command that writes the marker.</summary>
    public Command ToCommand() => new()
    {
        CommandType = CommandType.RecordMarker,
        RecordMarkerCommandAttributes = new()
        {
            MarkerName = Name,
            Details = { [Key] = new Payloads { Payloads_ = { MarkerJson.ToPayload(this) } } },
        },
    };

    /// <summary>The command that lists patches in the search attribute; null when the value would be too long for it.</summary>
    public static Command? ChangeVersionCommand(IEnumerable<string> patchIds)
    {
        const int MaximumBytes = 2048;
        var json = JsonSerializer.SerializeToUtf8Bytes(patchIds);
        if (json.Length > MaximumBytes)
        {
            return null;
        }

        var payload = new Payload { Data = ByteString.CopyFrom(json) };
        payload.Metadata["encoding"] = ByteString.CopyFromUtf8("json/plain");
        payload.Metadata["type"] = ByteString.CopyFromUtf8("KeywordList");
        return new()
        {
            CommandType = CommandType.UpsertWorkflowSearchAttributes,
            UpsertWorkflowSearchAttributesCommandAttributes = new()
            {
                SearchAttributes = new() { IndexedFields = { [ChangeVersion] = payload } },
            },
        };
    }
}
