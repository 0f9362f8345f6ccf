using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Executions.Activities;
using TemporalVideo.DevServer.Executions.Starting;

namespace TemporalVideo.DevServer.Executions.Commands;

/// <summary>Checks and carries out one kind of command.</summary>
internal abstract class CommandHandler
{
    /// <exception cref="CommandRefusedException">The command cannot be carried out.</exception>
    public abstract void Handle(CompletionContext context, Command command);

    protected static HistoryEvent Event(EventType type, Command command)
    {
        var made = new HistoryEvent { EventType = type, UserMetadata = command.UserMetadata };
        return made;
    }

    /// <summary>Refuses what a run that the command starts could not live with.</summary>
    protected static void RequireStartable(WorkflowTaskFailedCause cause, RetryPolicy? retryPolicy, string cronSchedule,
        params ReadOnlySpan<Duration?> timeouts)
    {
        if (RetryPolicies.Validate(retryPolicy) is { } fault)
        {
            throw new CommandRefusedException(cause, fault);
        }

        Require(CronSchedule.IsValid(cronSchedule), cause, $"invalid CronSchedule {cronSchedule}");
        foreach (var timeout in timeouts)
        {
            Require(Ticks.Of(timeout) >= 0, cause, "a timeout is negative");
        }
    }

    /// <summary>Refuses the command unless the condition holds.</summary>
    protected static void Require(bool condition, WorkflowTaskFailedCause cause, string reason)
    {
        if (!condition)
        {
            throw new CommandRefusedException(cause, reason);
        }
    }
}
