using Grpc.Core;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.TaskQueue.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.Activities;
using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions.Commands;

internal sealed class StartChildCommand : CommandHandler
{
    private const WorkflowTaskFailedCause Bad = WorkflowTaskFailedCause.BadStartChildExecutionAttributes;

    public override void Handle(CompletionContext context, Command command)
    {
        var run = context.Run;
        var engine = run.Transaction.Engine;
        var given = command.StartChildWorkflowExecutionCommandAttributes;
        Require(given.WorkflowId.Length > 0, Bad, "Required field WorkflowId is not set on StartChildWorkflowExecutionCommand.");
        Require(given.WorkflowId.Length <= Limits.IdLength, Bad,
            $"WorkflowId on StartChildWorkflowExecutionCommand exceeds length limit. WorkflowId={given.WorkflowId}");
        Require(given.WorkflowType?.Name is { Length: > 0 }, Bad,
            $"Required field WorkflowType is not set on StartChildWorkflowExecutionCommand. WorkflowId={given.WorkflowId}");
        Require(
            run.Children.Count < Limits.PendingPerKind,
            WorkflowTaskFailedCause.PendingChildWorkflowsLimitExceeded,
            $"the number of pending child workflow executions, {run.Children.Count}, has reached the per-workflow limit of "
                + $"{Limits.PendingPerKind}");
        RequireStartable(
            Bad, given.RetryPolicy, given.CronSchedule, given.WorkflowExecutionTimeout, given.WorkflowRunTimeout,
                given.WorkflowTaskTimeout);
        var initiated = Event(EventType.StartChildWorkflowExecutionInitiated, command);
        var targetNamespace = given.Namespace.Length > 0 ? given.Namespace : engine.NamespaceName(run);
        try
        {
            var known = engine.Namespaces.Require(targetNamespace);
            initiated.StartChildWorkflowExecutionInitiatedEventAttributes = new StartChildWorkflowExecutionInitiatedEventAttributes
            {
                Namespace = targetNamespace,
                NamespaceId = known.Id,
                WorkflowId = given.WorkflowId,
                WorkflowType = given.WorkflowType,
                TaskQueue =
                    new TaskQueue
                    {
                        Name = given.TaskQueue?.Name is { Length: > 0 } name ? name : run.Start.TaskQueue.Name,
                        Kind = TaskQueueKind.Normal
                    },
                Input = given.Input,
                WorkflowExecutionTimeout = given.WorkflowExecutionTimeout,
                WorkflowRunTimeout = given.WorkflowRunTimeout ?? Ticks.ToDuration(0),
                WorkflowTaskTimeout = given.WorkflowTaskTimeout is { } taskTimeout && Ticks.Of(taskTimeout) > 0 ? taskTimeout
                    : run.Start.WorkflowTaskTimeout,
                ParentClosePolicy = given.ParentClosePolicy == ParentClosePolicy.Unspecified ? ParentClosePolicy.Terminate
                    : given.ParentClosePolicy,
                Control = given.Control,
                WorkflowTaskCompletedEventId = context.CompletedEventId,
                WorkflowIdReusePolicy = given.WorkflowIdReusePolicy == WorkflowIdReusePolicy.Unspecified
                    ? WorkflowIdReusePolicy.AllowDuplicate : given.WorkflowIdReusePolicy,
                RetryPolicy = given.RetryPolicy is null ? null : RetryPolicies.WithDefaults(given.RetryPolicy),
                CronSchedule = given.CronSchedule,
                Header = given.Header,
                Memo = given.Memo,
                SearchAttributes = given.SearchAttributes is { IndexedFields.Count: > 0 } attributes
                    ? engine.SearchAttributes.Normalize(targetNamespace, attributes) : given.SearchAttributes,
                InheritBuildId = given.InheritBuildId,
                Priority = given.Priority,
            };
        }
        catch (ServiceException e)
        {
            throw new CommandRefusedException(e.Code == StatusCode.NotFound ? Bad : WorkflowTaskFailedCause.BadSearchAttributes, e.Message);
        }

        run.Add(initiated);
        run.Transaction.Send(
            OutboxItems.From(run, initiated.EventId, item => item.StartChild = new OutboxItem.Types.StartChild { Initiated = initiated }));
    }
}
