using Microsoft.Extensions.Logging;
using Temporalio.Api.History.V1;
using Temporalio.Workflows;

namespace Temporalio.Worker.Execution;

/// <summary>Brings signals to their handlers.</summary>
internal sealed partial class SignalDispatcher(WorkflowContext context, WorkflowOutcome outcome)
{
    /// <summary>Queues the handler; without one the signal waits until it is registered.</summary>
    public void Dispatch(WorkflowExecutionSignaledEventAttributes signal)
    {
        if (context.Handlers.FindSignal(signal.SignalName) is { } handler)
        {
            Run(handler, signal);
        }
        else
        {
            context.Handlers.Buffer(signal.SignalName, later => Run(later, signal));
        }
    }

    private void Run(WorkflowSignalDefinition handler, WorkflowExecutionSignaledEventAttributes signal)
    {
        object?[] args;
        try
        {
            args = handler.Dynamic
                ? [signal.SignalName, Arguments.RawList(signal.Input?.Payloads_)]
                : Arguments.Decode(context.PayloadConverter, handler.Method ?? handler.Delegate!.Method, signal.Input, 0);
        }
        catch (ArgumentException e)
        {
            LogDropped(context.Logger, signal.SignalName, e.Message);
            return;
        }

        var running = context.Handlers.Enter(new(signal.SignalName, null, handler.UnfinishedPolicy));
        context.Scheduler.Queue(async () =>
        {
            try
            {
                await context.Inbound.HandleSignalAsync(new(signal.SignalName, handler, args, signal.Header?.Fields));
            }
            catch (Exception e)
            {
                outcome.EndBy(e);
            }
            finally
            {
                context.Handlers.Leave(running);
            }
        });
    }

    [LoggerMessage(1001, LogLevel.Error, "Signal {Signal} was dropped, its arguments cannot be read: {Error}")]
    private static partial void LogDropped(ILogger logger, string signal, string error);
}
