using Temporalio.Api.Common.V1;
using Temporalio.Workflows;

namespace Temporalio.Worker.Runs;

/// <summary>A local activity as the workflow asks for it.</summary>
internal sealed record LocalActivityRequest
{
    public required uint Seq { get; init; }

    public required string ActivityId { get; init; }

    public required string ActivityType { get; init; }

    public required Payloads Arguments { get; init; }

    public required IReadOnlyDictionary<string, Payload> Headers { get; init; }

    public required int Attempt { get; init; }

    public DateTime? FirstScheduled { get; init; }

    public TimeSpan? ScheduleToClose { get; init; }

    public TimeSpan? ScheduleToStart { get; init; }

    public TimeSpan? StartToClose { get; init; }

    public RetryPolicy RetryPolicy { get; init; } = new();

    public TimeSpan LocalRetryThreshold { get; init; } = TimeSpan.FromMinutes(1);

    public ActivityCancellationType CancellationType { get; init; }
}
