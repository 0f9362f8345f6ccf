using Temporalio.Api.Enums.V1;

namespace TemporalVideo.DevServer.Executions.Commands;

/// <summary>A command of a workflow task cannot be carried out: the whole completion is taken back and the task fails.</summary>
internal sealed class CommandRefusedException(WorkflowTaskFailedCause cause, string reason,
    bool endsRun = false) : Exception($"{cause}: {reason}")
{
    public WorkflowTaskFailedCause FailedCause { get; } = cause;

    /// <summary>The worker would only send it again: the run is terminated.</summary>
    public bool EndsRun { get; } = endsRun;
}
