using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Temporalio.Worker.Execution;

/// <summary>Finds the workflows that a worker serves by their types.</summary>
internal sealed class WorkflowRegistry
{
    private readonly Dictionary<string, WorkflowSetup> _byName = [];
    private readonly WorkflowSetup? _dynamic;

    public WorkflowRegistry(IEnumerable<WorkflowDefinition> definitions, Func<WorkflowDefinition, WorkflowSetup> setUp)
    {
        foreach (var definition in definitions)
        {
            if (definition.Dynamic ? _dynamic is not null : !_byName.TryAdd(definition.Name!, setUp(definition)))
            {
                throw new ArgumentException($"Workflow {definition.Name ?? "(dynamic)"} is registered twice");
            }

            _dynamic ??= definition.Dynamic ? setUp(definition) : null;
        }
    }

    /// <summary>The workflow of a type, or the dynamic one.</summary>
    /// <exception cref="ApplicationFailureException">There is none; of type NotFoundError.</exception>
    public WorkflowSetup Find(string type) => _byName.GetValueOrDefault(type) ?? _dynamic ?? throw new ApplicationFailureException(
        $"Workflow type {type} is not registered on this worker, available workflows: "
        + string.Join(", ", _byName.Keys.Order(StringComparer.Ordinal)),
        errorType: "NotFoundError");
}
