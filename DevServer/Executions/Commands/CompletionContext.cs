using Temporalio.Api.Protocol.V1;
using TemporalVideo.DevServer.Executions.Updates;

namespace TemporalVideo.DevServer.Executions.Commands;

/// <summary>The completion of a workflow task while its commands are carried out.</summary>
internal sealed class CompletionContext
{
    public required WorkflowRun Run { get; init; }

    /// <summary>Id of the WorkflowTaskCompleted event.</summary>
    public required long CompletedEventId { get; init; }

    public required string Identity { get; init; }

    /// <summary>Events arrived while the task ran: the workflow has not seen them, so it may not close.</summary>
    public required bool HasUnseenEvents { get; init; }

    /// <summary>Messages not yet handled, in order.</summary>
    public required List<Message> Messages { get; init; }

    /// <summary>Updates to be marked as accepted once nothing can be refused any more.</summary>
    public List<PendingUpdate> Accepted { get; } = [];

    /// <summary>Updates to be taken out once nothing can be refused any more.</summary>
    public List<PendingUpdate> Finished { get; } = [];
}
