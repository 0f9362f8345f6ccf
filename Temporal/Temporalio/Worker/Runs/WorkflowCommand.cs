using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.Sdk.V1;
using Temporalio.Workflows;

namespace Temporalio.Worker.Runs;

/// <summary>One thing that the workflow's code asks for during an activation.</summary>
internal abstract record WorkflowCommand
{
    public sealed record StartTimer(uint Seq, StartTimerCommandAttributes Attributes, UserMetadata? Metadata) : WorkflowCommand;

    public sealed record CancelTimer(uint Seq) : WorkflowCommand;

    public sealed record ScheduleActivity(
        uint Seq, ScheduleActivityTaskCommandAttributes Attributes, ActivityCancellationType CancellationType, UserMetadata? Metadata)
        : WorkflowCommand;

    public sealed record CancelActivity(uint Seq) : WorkflowCommand;

    public sealed record ScheduleLocalActivity(LocalActivityRequest Request) : WorkflowCommand;

    public sealed record CancelLocalActivity(uint Seq) : WorkflowCommand;

    public sealed record StartChild(
        uint Seq,
        StartChildWorkflowExecutionCommandAttributes Attributes,
        ChildWorkflowCancellationType CancellationType,
        UserMetadata? Metadata)
        : WorkflowCommand;

    public sealed record CancelChild(uint Seq) : WorkflowCommand;

    public sealed record SignalExternal(uint Seq, SignalExternalWorkflowExecutionCommandAttributes Attributes) : WorkflowCommand;

    public sealed record CancelSignalExternal(uint Seq) : WorkflowCommand;

    public sealed record CancelExternal(uint Seq, RequestCancelExternalWorkflowExecutionCommandAttributes Attributes) : WorkflowCommand;

    public sealed record SetPatch(string Id, bool Deprecated) : WorkflowCommand;

    public sealed record UpsertSearchAttributes(SearchAttributes Attributes) : WorkflowCommand;

    public sealed record UpsertMemo(Memo Memo) : WorkflowCommand;

    public sealed record AcceptUpdate(string ProtocolId) : WorkflowCommand;

    public sealed record RejectUpdate(string ProtocolId, Failure Failure) : WorkflowCommand;

    public sealed record CompleteUpdate(string ProtocolId, Payloads? Result, Failure? Failure) : WorkflowCommand;

    /// <summary>Ends the run; the command is complete as it is.</summary>
    public sealed record End(Command Command) : WorkflowCommand;
}

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
