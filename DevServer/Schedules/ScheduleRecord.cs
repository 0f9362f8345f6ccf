using System.Text.Json;
using Google.Protobuf;
using Temporalio.Api.Schedule.V1;
using Temporalio.Api.WorkflowService.V1;

namespace TemporalVideo.DevServer.Schedules;

/// <summary>All that is kept of a schedule.</summary>
internal sealed class ScheduleRecord
{
    /// <summary>Prefix of the workflow id under which a schedule is listed.</summary>
    public const string WorkflowIdPrefix = "temporal-sys-scheduler:";

    public required string NamespaceName { get; init; }

    public required string NamespaceId { get; init; }

    public required string ScheduleId { get; init; }

    /// <summary>Schedule, info, memo and search attributes, as describe answers them.</summary>
    public required DescribeScheduleResponse Description { get; init; }

    /// <summary>What describe does not show.</summary>
    public required ScheduleProgress Progress { get; set; }

    public Schedule Schedule => Description.Schedule;

    public ScheduleInfo Info => Description.Info;

    /// <summary>The id under which the schedule is listed among workflows.</summary>
    public string WorkflowId => WorkflowIdPrefix + ScheduleId;

    /// <summary>The version of the schedule as clients hold it.</summary>
    public ByteString ConflictToken
    {
        get
        {
            var token = BitConverter.GetBytes(Progress.Version);
            Array.Reverse(token);
            return ByteString.CopyFrom(token);
        }
    }

    /// <summary>Reads <see cref="Progress"/> from its stored form.</summary>
    public static ScheduleProgress ReadProgress(string json) => JsonSerializer.Deserialize<ScheduleProgress>(json)!;

    /// <summary>The stored form of <see cref="Progress"/>.</summary>
    public string WriteProgress() => JsonSerializer.Serialize(Progress);
}
