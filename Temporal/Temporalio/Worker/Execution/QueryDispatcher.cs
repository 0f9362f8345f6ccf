using Temporalio.Api.Enums.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Api.Sdk.V1;

namespace Temporalio.Worker.Execution;

/// <summary>Answers queries. Handlers see the workflow as it is and must leave it so.</summary>
internal sealed class QueryDispatcher(WorkflowContext context)
{
    public WorkflowQueryResult Answer(string id, WorkflowQuery query)
    {
        WorkflowQueryResult? result = null;
        context.Commands.ReadOnlyBecause = "a query handler";
        try
        {
            context.Scheduler.Queue(() => result = Run(id, query));
            context.Scheduler.RunUntilIdle();
        }
        finally
        {
            context.Commands.ReadOnlyBecause = null;
        }

        if (context.Commands.TakeRefused() is { } refused)
        {
            return Failed(refused);
        }

        return result ?? Failed(context.Fault ?? new InvalidOperationException("The workflow cannot answer queries any more"));
    }

    private WorkflowQueryResult Run(string id, WorkflowQuery query)
    {
        try
        {
            var value = query.QueryType switch
            {
                "__temporal_workflow_metadata" => Metadata(),
                "__stack_trace" => context.Awaits.Describe(),
                _ => Call(id, query),
            };
            return new()
            {
                ResultType = QueryResultType.Answered,
                Answer = new() { Payloads_ = { context.PayloadConverter.ToPayload(value) } },
            };
        }
        catch (Exception e)
        {
            return Failed(e);
        }
    }

    private WorkflowQueryResult Failed(Exception e) => new()
    {
        ResultType = QueryResultType.Failed,
        ErrorMessage = e.Message,
        Failure = context.ToFailure(e),
    };

    private object? Call(string id, WorkflowQuery query)
    {
        var name = query.QueryType;
        if (context.Handlers.FindQuery(name) is not { } handler)
        {
            var known = string.Join(' ', context.Handlers.Queries.Keys.Order(StringComparer.Ordinal));
            throw new InvalidOperationException($"Query handler for {name} expected but not found, known queries: [{known}]");
        }

        object?[] args = handler.Dynamic
            ? [name, Arguments.RawList(query.QueryArgs?.Payloads_)]
            : Arguments.Decode(context.PayloadConverter, handler.Method ?? handler.Delegate!.Method, query.QueryArgs, 0);
        return context.Inbound.HandleQuery(new(id, name, handler, args, query.Header?.Fields));
    }

    private WorkflowMetadata Metadata()
    {
        var definition = new Api.Sdk.V1.WorkflowDefinition { Type = context.Info.WorkflowType };
        definition.QueryDefinitions.AddRange(Sorted(context.Handlers.Queries.Values.Append(context.Handlers.DynamicQuery), q => (q!.Name, q.Description)));
        definition.SignalDefinitions.AddRange(Sorted(context.Handlers.Signals.Values.Append(context.Handlers.DynamicSignal), s => (s!.Name, s.Description)));
        definition.UpdateDefinitions.AddRange(Sorted(context.Handlers.Updates.Values.Append(context.Handlers.DynamicUpdate), u => (u!.Name, u.Description)));
        return new() { Definition = definition, CurrentDetails = context.CurrentDetails };
    }

    private static IEnumerable<WorkflowInteractionDefinition> Sorted<T>(IEnumerable<T?> handlers, Func<T?, (string? Name, string? Description)> read) =>
        handlers.Where(h => h is not null)
            .Select(read)
            .OrderBy(h => h.Name, StringComparer.Ordinal)
            .Select(h => new WorkflowInteractionDefinition { Name = h.Name ?? string.Empty, Description = h.Description ?? string.Empty });
}
