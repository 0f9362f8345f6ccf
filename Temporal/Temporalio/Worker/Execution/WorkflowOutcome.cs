using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Exceptions;
using Temporalio.Worker.Runs;
using Temporalio.Workflows;

namespace Temporalio.Worker.Execution;

/// <summary>Ends the run: what the main method or a handler has come to becomes the last command.</summary>
internal sealed partial class WorkflowOutcome(WorkflowContext context)
{
    /// <summary>Whether cancellation of the run was ever asked for.</summary>
    public bool CancelRequested { get; set; }

    public void Complete(object? result)
    {
        var attributes = new CompleteWorkflowExecutionCommandAttributes();
        if (TaskResults.TypeOf(context.Definition.RunMethod.ReturnType) != typeof(void))
        {
            attributes.Result = new() { Payloads_ = { context.PayloadConverter.ToPayload(result) } };
        }

        End(new() { CommandType = CommandType.CompleteWorkflowExecution, CompleteWorkflowExecutionCommandAttributes = attributes });
    }

    /// <summary>Continues, cancels or fails the run, or fails the task, as the exception says.</summary>
    public void EndBy(Exception e)
    {
        switch (e)
        {
            case ContinueAsNewException next:
                End(ContinueAsNew(next.Input));
                break;
            case not null when CancelRequested && TemporalException.IsCanceledException(e):
                End(new()
                {
                    CommandType = CommandType.CancelWorkflowExecution,
                    CancelWorkflowExecutionCommandAttributes = new(),
                });
                break;
            case not null when context.FailsWorkflow(e):
                End(new()
                {
                    CommandType = CommandType.FailWorkflowExecution,
                    FailWorkflowExecutionCommandAttributes = new() { Failure = context.ToFailure(e) },
                });
                break;
            default:
                context.SetFault(e!);
                break;
        }
    }

    private void End(Command command)
    {
        if (!context.IsReplaying && command.CommandType != CommandType.FailWorkflowExecution)
        {
            WarnOfUnfinishedHandlers();
        }

        context.Commands.Add(new WorkflowCommand.End(command));
    }

    private Command ContinueAsNew(Interceptors.CreateContinueAsNewExceptionInput input)
    {
        var options = input.Options;
        var attributes = new ContinueAsNewWorkflowExecutionCommandAttributes
        {
            WorkflowType = new() { Name = input.Workflow },
            Input = new() { Payloads_ = { input.Args.Select(context.PayloadConverter.ToPayload) } },
            TaskQueue = new() { Name = options?.TaskQueue ?? context.Info.TaskQueue },
            WorkflowRunTimeout = ToDuration(options?.RunTimeout),
            WorkflowTaskTimeout = ToDuration(options?.TaskTimeout),
            RetryPolicy = (options?.RetryPolicy ?? context.Info.RetryPolicy)?.ToProto(),
            Header = OutboundCalls.ToHeader(input.Headers),
            Memo = context.CopyMemo(),
            SearchAttributes = (options?.TypedSearchAttributes ?? context.TypedSearchAttributes) is { Count: > 0 } sa ? sa.ToProto() : null,
        };
        if (options?.Memo is { } memo)
        {
            attributes.Memo = new();
            foreach (var (name, value) in memo)
            {
                attributes.Memo.Fields[name] = context.PayloadConverter.ToPayload(value);
            }
        }

        return new()
        {
            CommandType = CommandType.ContinueAsNewWorkflowExecution,
            ContinueAsNewWorkflowExecutionCommandAttributes = attributes,
        };
    }

    private static Duration? ToDuration(TimeSpan? span) => span is { } value ? Duration.FromTimeSpan(value) : null;

    private void WarnOfUnfinishedHandlers()
    {
        var unfinished = context.Handlers.Running.Where(r => r.Policy == HandlerUnfinishedPolicy.WarnAndAbandon).ToList();
        if (unfinished.Count > 0)
        {
            LogUnfinished(
                context.Logger,
                context.Info.WorkflowId,
                string.Join(", ", unfinished.Select(u => u.UpdateId is null ? $"signal {u.Name}" : $"update {u.Name} ({u.UpdateId})")));
        }
    }

    [LoggerMessage(
        1002,
        LogLevel.Warning,
        "[TMPRL1102] Workflow {WorkflowId} ended while handlers were running: {Handlers}. Wait for Workflow.AllHandlersFinished before the end, "
        + "or set UnfinishedPolicy to Abandon")]
    private static partial void LogUnfinished(ILogger logger, string workflowId, string handlers);
}
