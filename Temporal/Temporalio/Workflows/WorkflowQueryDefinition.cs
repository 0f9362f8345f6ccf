using System.Reflection;

namespace Temporalio.Workflows;

/// <summary>A query that a workflow answers: its name and what is called.</summary>
public sealed class WorkflowQueryDefinition
{
    private WorkflowQueryDefinition(string? name, string? description, MethodInfo? method, Delegate? del)
    {
        HandlerNames.RequireNotReserved(name, "Query");
        Name = name;
        Description = description;
        Method = method;
        Delegate = del;
        var target = method ?? del!.Method;
        if (target.ReturnType == typeof(void) || typeof(Task).IsAssignableFrom(target.ReturnType))
        {
            throw new ArgumentException(
                $"Query handler {HandlerShape.Describe(target)} must return a value and not a task: queries are answered at once");
        }

        HandlerShape.RequireNoReferences(target, "Query handler");
        if (name is null)
        {
            HandlerShape.RequireDynamicHandlerParameters(target, "query handler");
        }
    }

    /// <summary>Query name; null for the dynamic handler.</summary>
    public string? Name { get; }

    /// <summary>Whether this handler takes every query without a handler.</summary>
    public bool Dynamic => Name is null;

    /// <summary>Text for people, if given.</summary>
    public string? Description { get; }

    internal MethodInfo? Method { get; }

    internal Delegate? Delegate { get; }

    /// <summary>Makes the definition of an attributed method.</summary>
    /// <param name="method">Public instance method with <see cref="WorkflowQueryAttribute"/>.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">The method is not a valid query handler.</exception>
    public static WorkflowQueryDefinition FromMethod(MethodInfo method)
    {
        var attribute = Require(method);
        HandlerShape.RequirePublicInstance(method, "Query handler");
        return new(Named(attribute, method, HandlerNames.OfMethod(method)), attribute.Description, method, null);
    }

    /// <summary>Makes the definition of an attributed property.</summary>
    /// <param name="property">Property with <see cref="WorkflowQueryAttribute"/> and a public getter.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">The property is not a valid query handler.</exception>
    public static WorkflowQueryDefinition FromProperty(PropertyInfo property)
    {
        var attribute = property.GetCustomAttribute<WorkflowQueryAttribute>()
            ?? throw new ArgumentException($"{HandlerShape.Describe(property)} has no [WorkflowQuery] attribute");
        var getter = property.GetGetMethod()
            ?? throw new ArgumentException($"Query property {HandlerShape.Describe(property)} must have a public getter");
        HandlerShape.RequirePublicInstance(getter, "Query property");
        if (attribute.Dynamic)
        {
            throw new ArgumentException($"Query property {HandlerShape.Describe(property)} must not be dynamic");
        }

        return new(attribute.Name ?? property.Name, attribute.Description, getter, null);
    }

    /// <summary>Makes a definition of a delegate, for <c>Workflow.Queries</c> and <c>Workflow.DynamicQuery</c>.</summary>
    /// <param name="name">Query name; null for the dynamic handler.</param>
    /// <param name="del">Handler; returns a value.</param>
    /// <param name="description">Text for people.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">The delegate is not a valid query handler.</exception>
    public static WorkflowQueryDefinition CreateWithoutAttribute(string? name, Delegate del, string? description = null) =>
        new(name, description, null, del);

    /// <summary>The name to send for a method given in a lambda.</summary>
    internal static string NameFromMethodForCall(MethodInfo method) =>
        Named(Require(method), method, HandlerNames.OfMethod(method))
        ?? throw new ArgumentException($"{HandlerShape.Describe(method)} is a dynamic query handler; query by name");

    /// <summary>The name to send for a property given in a lambda.</summary>
    internal static string NameFromPropertyForCall(PropertyInfo property) => FromProperty(property).Name!;

    private static WorkflowQueryAttribute Require(MethodInfo method) =>
        HandlerShape.FindAttribute<WorkflowQueryAttribute>(method)
        ?? throw new ArgumentException($"{HandlerShape.Describe(method)} has no [WorkflowQuery] attribute");

    private static string? Named(WorkflowQueryAttribute attribute, MemberInfo member, string fallback)
    {
        if (!attribute.Dynamic)
        {
            return attribute.Name ?? fallback;
        }

        return attribute.Name is null
            ? null
            : throw new ArgumentException($"Query handler {HandlerShape.Describe(member)} must not be dynamic and have a name");
    }
}
