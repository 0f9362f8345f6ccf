using System.Collections.Concurrent;
using System.Reflection;

namespace Temporalio.Workflows;

/// <summary>A workflow as the worker and the client know it: its type name, run method and handlers.</summary>
public sealed class WorkflowDefinition
{
    private static readonly ConcurrentDictionary<Type, WorkflowDefinition> Definitions = new();

    private readonly Func<object?[], object>? _creator;

    internal WorkflowDefinition(WorkflowMembers members, string? name, WorkflowAttribute attribute, Func<object?[], object>? creator)
    {
        Type = members.Type;
        Name = name;
        RunMethod = members.RunMethod;
        InitConstructor = members.InitConstructor;
        Signals = members.Signals;
        DynamicSignal = members.DynamicSignal;
        Queries = members.Queries;
        DynamicQuery = members.DynamicQuery;
        Updates = members.Updates;
        DynamicUpdate = members.DynamicUpdate;
        FailureExceptionTypes = attribute.FailureExceptionTypes;
        Instantiable = !Type.IsAbstract && !Type.IsInterface;
        _creator = creator;
    }

    /// <summary>Workflow type on the wire; null for the dynamic workflow.</summary>
    public string? Name { get; }

    /// <summary>Whether this workflow takes every type that no other takes.</summary>
    public bool Dynamic => Name is null;

    /// <summary>Type that carries the attribute.</summary>
    public Type Type { get; }

    /// <summary>Whether the worker can make instances; false for interfaces and abstract classes.</summary>
    public bool Instantiable { get; }

    /// <summary>Exception types that fail the workflow, from the attribute.</summary>
    public IReadOnlyCollection<Type>? FailureExceptionTypes { get; }

    /// <summary>Signal handlers by name.</summary>
    public IReadOnlyDictionary<string, WorkflowSignalDefinition> Signals { get; }

    /// <summary>Handler of all other signals, if any.</summary>
    public WorkflowSignalDefinition? DynamicSignal { get; }

    /// <summary>Query handlers by name.</summary>
    public IReadOnlyDictionary<string, WorkflowQueryDefinition> Queries { get; }

    /// <summary>Handler of all other queries, if any.</summary>
    public WorkflowQueryDefinition? DynamicQuery { get; }

    /// <summary>Update handlers by name.</summary>
    public IReadOnlyDictionary<string, WorkflowUpdateDefinition> Updates { get; }

    /// <summary>Handler of all other updates, if any.</summary>
    public WorkflowUpdateDefinition? DynamicUpdate { get; }

    internal MethodInfo RunMethod { get; }

    internal ConstructorInfo? InitConstructor { get; }

    /// <summary>Makes (or finds) the definition of a workflow type.</summary>
    /// <typeparam name="T">Type with <see cref="WorkflowAttribute"/>.</typeparam>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">The type is not a valid workflow; the message lists every fault.</exception>
    public static WorkflowDefinition Create<T>() => Create(typeof(T));

    /// <summary>Makes (or finds) the definition of a workflow type.</summary>
    /// <param name="type">Type with <see cref="WorkflowAttribute"/>.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">The type is not a valid workflow; the message lists every fault.</exception>
    public static WorkflowDefinition Create(Type type) => Definitions.GetOrAdd(type, static t => Create(t, null, null));

    /// <summary>Makes the definition of a workflow type under another name or with a factory of one's own.</summary>
    /// <param name="type">Type with <see cref="WorkflowAttribute"/>.</param>
    /// <param name="nameOverride">Name to use instead, or null.</param>
    /// <param name="creator">Makes an instance from the workflow's arguments, or null for the constructor.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">The type is not a valid workflow; the message lists every fault.</exception>
    public static WorkflowDefinition Create(Type type, string? nameOverride, Func<object?[], object>? creator)
    {
        var attribute = type.GetCustomAttribute<WorkflowAttribute>(false)
            ?? throw new ArgumentException($"{type.FullName} has no [Workflow] attribute");
        var members = WorkflowMembers.Read(type, attribute, creator is not null);
        return new(members, nameOverride ?? NameFromType(type), attribute, creator);
    }

    /// <summary>Makes an instance for a run.</summary>
    /// <param name="workflowArguments">The run's arguments; passed to a constructor marked <see cref="WorkflowInitAttribute"/>.</param>
    /// <returns>The instance.</returns>
    /// <exception cref="InvalidOperationException">The type cannot be instantiated.</exception>
    public object CreateWorkflowInstance(object?[] workflowArguments)
    {
        if (_creator is not null)
        {
            return _creator(workflowArguments);
        }

        if (!Instantiable)
        {
            throw new InvalidOperationException($"Workflow {Type.FullName} is an interface or abstract class and cannot run");
        }

        return InitConstructor is not null
            ? InitConstructor.Invoke(BindingFlags.DoNotWrapExceptions, null, workflowArguments, null)
            : Activator.CreateInstance(Type, BindingFlags.DoNotWrapExceptions | BindingFlags.Public | BindingFlags.Instance, null, null, null)!;
    }

    /// <summary>The name on the wire of a workflow type; null when it is dynamic.</summary>
    internal static string? NameFromType(Type type)
    {
        var attribute = type.GetCustomAttribute<WorkflowAttribute>(false)
            ?? throw new ArgumentException($"{type.FullName} has no [Workflow] attribute");
        if (attribute.Dynamic)
        {
            return attribute.Name is null
                ? null
                : throw new ArgumentException($"Workflow {type.FullName} must not be dynamic and have a name");
        }

        return attribute.Name ?? HandlerNames.OfType(type);
    }

    /// <summary>The workflow type to start for a run method given in a lambda.</summary>
    internal static string NameFromRunMethodForCall(MethodInfo method)
    {
        if (HandlerShape.FindAttribute<WorkflowRunAttribute>(method) is null)
        {
            throw new ArgumentException($"{HandlerShape.Describe(method)} has no [WorkflowRun] attribute");
        }

        HandlerShape.RequirePublicInstance(method, "Run method");
        HandlerShape.RequireTask(method, "Run method");
        var type = method.ReflectedType ?? method.DeclaringType!;
        return NameFromType(type)
            ?? throw new ArgumentException($"{type.FullName} is a dynamic workflow; start it by a name");
    }
}
