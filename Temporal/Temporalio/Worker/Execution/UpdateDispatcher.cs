using Temporalio.Worker.Runs;
using Temporalio.Workflows;

namespace Temporalio.Worker.Execution;

/// <summary>Brings updates to their validators and handlers, and answers them.</summary>
internal sealed class UpdateDispatcher(WorkflowContext context)
{
    public void Dispatch(WorkflowJob.Update update)
    {
        var name = update.Request.Input.Name;
        var id = update.Request.Meta.UpdateId;
        var handler = context.Handlers.FindUpdate(name);
        var running = handler is null ? null : context.Handlers.Enter(new(name, id, handler.UnfinishedPolicy));
        context.Scheduler.Queue(async () =>
        {
            try
            {
                context.CurrentUpdate.Value = new(id, name);
                await RunAsync(update, handler, name, id);
            }
            finally
            {
                if (running is not null)
                {
                    context.Handlers.Leave(running);
                }
            }
        });
    }

    private async Task RunAsync(WorkflowJob.Update update, WorkflowUpdateDefinition? handler, string name, string id)
    {
        if (Admit(update, handler, name, id) is not { } input)
        {
            return;
        }

        context.Commands.Add(new WorkflowCommand.AcceptUpdate(update.ProtocolId));
        try
        {
            var result = await context.Inbound.HandleUpdateAsync(input());
            var payload = context.PayloadConverter.ToPayload(result);
            context.Commands.Add(new WorkflowCommand.CompleteUpdate(update.ProtocolId, new() { Payloads_ = { payload } }, null));
        }
        catch (Exception e) when (context.FailsWorkflow(e))
        {
            context.Commands.Add(new WorkflowCommand.CompleteUpdate(update.ProtocolId, null, context.ToFailure(e)));
        }
        catch (Exception e)
        {
            context.SetFault(e);
        }
    }

    /// <summary>Decodes and validates; null when the update was refused. The handler gets arguments of its own.</summary>
    private Func<Interceptors.HandleUpdateInput>? Admit(WorkflowJob.Update update, WorkflowUpdateDefinition? handler, string name, string id)
    {
        try
        {
            if (handler is null)
            {
                var known = string.Join(' ', context.Handlers.Updates.Keys.Order(StringComparer.Ordinal));
                throw new InvalidOperationException($"Update handler for {name} expected but not found, known updates: [{known}]");
            }

            var input = Decode(update, handler, name, id);
            if (update.Validate)
            {
                Validate(input);
            }

            return () => Decode(update, handler, name, id);
        }
        catch (Exception e)
        {
            if (context.Fault is null)
            {
                context.Commands.Add(new WorkflowCommand.RejectUpdate(update.ProtocolId, context.ToFailure(e)));
            }

            return null;
        }
    }

    private void Validate(Interceptors.HandleUpdateInput input)
    {
        context.Commands.ReadOnlyBecause = "an update validator";
        try
        {
            context.Inbound.ValidateUpdate(input);
        }
        catch (Exceptions.InvalidWorkflowOperationException e)
        {
            // A validator that asks for something is a bug of the workflow, not a refusal of the update.
            context.SetFault(e);
            throw;
        }
        finally
        {
            context.Commands.ReadOnlyBecause = null;
        }
    }

    private Interceptors.HandleUpdateInput Decode(WorkflowJob.Update update, WorkflowUpdateDefinition handler, string name, string id)
    {
        var args = update.Request.Input.Args;
        return new(
            id,
            name,
            handler,
            handler.Dynamic
                ? [name, Arguments.RawList(args?.Payloads_)]
                : Arguments.Decode(context.PayloadConverter, handler.Method ?? handler.Delegate!.Method, args, 0),
            update.Request.Input.Header?.Fields);
    }
}
