using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Converters;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Worker;

/// <summary>What a <see cref="WorkflowReplayer"/> replays with.</summary>
public class WorkflowReplayerOptions : ICloneable
{
    private IList<WorkflowDefinition> _workflows = [];

    /// <summary>Workflows that histories may be of.</summary>
    public IList<WorkflowDefinition> Workflows => _workflows;

    /// <summary>Namespace that the workflows see.</summary>
    public string Namespace { get; set; } = "ReplayNamespace";

    /// <summary>Converters with which the histories were made.</summary>
    public DataConverter DataConverter { get; set; } = DataConverter.Default;

    /// <summary>Interceptors, outermost first.</summary>
    public IReadOnlyCollection<IWorkerInterceptor>? Interceptors { get; set; }

    /// <summary>Makes loggers. Default: none.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    /// <summary>Whether workflow code may block for longer than 2 s, as a debugger makes it.</summary>
    public bool DebugMode { get; set; } = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("TEMPORAL_DEBUG"));

    /// <summary>Exception types that fail the workflow instead of its task.</summary>
    public IReadOnlyCollection<Type>? WorkflowFailureExceptionTypes { get; set; }

    /// <summary>Adds a workflow.</summary>
    /// <typeparam name="T">Class with <see cref="WorkflowAttribute"/>.</typeparam>
    /// <returns>These options.</returns>
    public WorkflowReplayerOptions AddWorkflow<T>() => AddWorkflow(typeof(T));

    /// <summary>Adds a workflow.</summary>
    /// <param name="type">Class with <see cref="WorkflowAttribute"/>.</param>
    /// <returns>These options.</returns>
    public WorkflowReplayerOptions AddWorkflow(Type type) => AddWorkflow(WorkflowDefinition.Create(type));

    /// <summary>Adds a workflow.</summary>
    /// <param name="definition">The workflow.</param>
    /// <returns>These options.</returns>
    public WorkflowReplayerOptions AddWorkflow(WorkflowDefinition definition)
    {
        Workflows.Add(definition);
        return this;
    }

    /// <summary>Copies the options and their list.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (WorkflowReplayerOptions)MemberwiseClone();
        copy._workflows = [.. Workflows];
        return copy;
    }
}
