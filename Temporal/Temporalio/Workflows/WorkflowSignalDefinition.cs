using System.Reflection;

namespace Temporalio.Workflows;

/// <summary>A signal that a workflow handles: its name and what is called.</summary>
public sealed class WorkflowSignalDefinition
{
    private WorkflowSignalDefinition(
        string? name, string? description, MethodInfo? method, Delegate? del, HandlerUnfinishedPolicy unfinishedPolicy)
    {
        HandlerNames.RequireNotReserved(name, "Signal");
        Name = name;
        Description = description;
        Method = method;
        Delegate = del;
        UnfinishedPolicy = unfinishedPolicy;
        var target = method ?? del!.Method;
        HandlerShape.RequireTask(target, "Signal handler");
        if (target.ReturnType != typeof(Task))
        {
            throw new ArgumentException($"Signal handler {HandlerShape.Describe(target)} must return Task, not a value");
        }

        HandlerShape.RequireNoReferences(target, "Signal handler");
        if (name is null)
        {
            HandlerShape.RequireDynamicHandlerParameters(target, "signal handler");
        }
    }

    /// <summary>Signal name; null for the dynamic handler.</summary>
    public string? Name { get; }

    /// <summary>Whether this handler takes every signal without a handler.</summary>
    public bool Dynamic => Name is null;

    /// <summary>Text for people, if given.</summary>
    public string? Description { get; }

    /// <summary>What happens when the workflow ends while this handler runs.</summary>
    public HandlerUnfinishedPolicy UnfinishedPolicy { get; }

    internal MethodInfo? Method { get; }

    internal Delegate? Delegate { get; }

    /// <summary>Makes the definition of an attributed method.</summary>
    /// <param name="method">Public instance method with <see cref="WorkflowSignalAttribute"/>.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">The method is not a valid signal handler.</exception>
    public static WorkflowSignalDefinition FromMethod(MethodInfo method)
    {
        var attribute = Require(method);
        HandlerShape.RequirePublicInstance(method, "Signal handler");
        return new(Named(attribute, method), attribute.Description, method, null, attribute.UnfinishedPolicy);
    }

    /// <summary>Makes a definition of a delegate, for <c>Workflow.Signals</c> and <c>Workflow.DynamicSignal</c>.</summary>
    /// <param name="name">Signal name; null for the dynamic handler.</param>
    /// <param name="del">Handler; returns <see cref="Task"/>.</param>
    /// <param name="unfinishedPolicy">What happens when the workflow ends while it runs.</param>
    /// <param name="description">Text for people.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">The delegate is not a valid signal handler.</exception>
    public static WorkflowSignalDefinition CreateWithoutAttribute(
        string? name,
        Delegate del,
        HandlerUnfinishedPolicy unfinishedPolicy = HandlerUnfinishedPolicy.WarnAndAbandon,
        string? description = null) =>
        new(name, description, null, del, unfinishedPolicy);

    /// <summary>The name to send for a method given in a lambda.</summary>
    internal static string NameFromMethodForCall(MethodInfo method) =>
        Named(Require(method), method)
        ?? throw new ArgumentException($"{HandlerShape.Describe(method)} is a dynamic signal handler; send the signal by its name");

    private static WorkflowSignalAttribute Require(MethodInfo method) =>
        HandlerShape.FindAttribute<WorkflowSignalAttribute>(method)
        ?? throw new ArgumentException($"{HandlerShape.Describe(method)} has no [WorkflowSignal] attribute");

    private static string? Named(WorkflowSignalAttribute attribute, MethodInfo method)
    {
        if (!attribute.Dynamic)
        {
            return attribute.Name ?? HandlerNames.OfMethod(method);
        }

        return attribute.Name is null
            ? null
            : throw new ArgumentException($"Signal handler {HandlerShape.Describe(method)} must not be dynamic and have a name");
    }
}
