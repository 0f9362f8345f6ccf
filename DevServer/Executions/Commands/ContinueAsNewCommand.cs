using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.Closing;

namespace TemporalVideo.DevServer.Executions.Commands;

internal sealed class ContinueAsNewCommand : CommandHandler
{
    private const WorkflowTaskFailedCause Bad = WorkflowTaskFailedCause.BadContinueAsNewAttributes;

    public override void Handle(CompletionContext context, Command command)
    {
        Require(!context.HasUnseenEvents, WorkflowTaskFailedCause.UnhandledCommand, "new events arrived");
        var run = context.Run;
        var given = command.ContinueAsNewWorkflowExecutionCommandAttributes.Clone();
        RequireStartable(Bad, given.RetryPolicy, given.CronSchedule, given.WorkflowRunTimeout, given.WorkflowTaskTimeout,
            given.BackoffStartInterval);
        if (given.SearchAttributes is { IndexedFields.Count: > 0 })
        {
            try
            {
                var engine = run.Transaction.Engine;
                given.SearchAttributes = engine.SearchAttributes.Normalize(engine.NamespaceName(run), given.SearchAttributes);
            }
            catch (ServiceException e)
            {
                throw new CommandRefusedException(WorkflowTaskFailedCause.BadSearchAttributes, e.Message);
            }
        }

        RunClosing.ContinueAsNew(run, given, context.CompletedEventId);
    }
}
