using System.Reflection;

namespace Temporalio.Workflows;

/// <summary>An update that a workflow handles: its name, what is called, and what refuses it beforehand.</summary>
public sealed class WorkflowUpdateDefinition
{
    private WorkflowUpdateDefinition(
        string? name,
        string? description,
        MethodInfo? method,
        MethodInfo? validatorMethod,
        Delegate? del,
        Delegate? validatorDelegate,
        HandlerUnfinishedPolicy unfinishedPolicy)
    {
        HandlerNames.RequireNotReserved(name, "Update");
        Name = name;
        Description = description;
        Method = method;
        ValidatorMethod = validatorMethod;
        Delegate = del;
        ValidatorDelegate = validatorDelegate;
        UnfinishedPolicy = unfinishedPolicy;
        var target = method ?? del!.Method;
        HandlerShape.RequireTask(target, "Update handler");
        HandlerShape.RequireNoReferences(target, "Update handler");
        if (name is null)
        {
            HandlerShape.RequireDynamicHandlerParameters(target, "update handler");
        }

        if ((validatorMethod ?? validatorDelegate?.Method) is { } validator)
        {
            RequireValidator(validator, target);
        }
    }

    /// <summary>Update name; null for the dynamic handler.</summary>
    public string? Name { get; }

    /// <summary>Whether this handler takes every update without a handler.</summary>
    public bool Dynamic => Name is null;

    /// <summary>Text for people, if given.</summary>
    public string? Description { get; }

    /// <summary>What happens when the workflow ends while this handler runs.</summary>
    public HandlerUnfinishedPolicy UnfinishedPolicy { get; }

    internal MethodInfo? Method { get; }

    internal MethodInfo? ValidatorMethod { get; }

    internal Delegate? Delegate { get; }

    internal Delegate? ValidatorDelegate { get; }

    /// <summary>Makes the definition of an attributed method.</summary>
    /// <param name="method">Public instance method with <see cref="WorkflowUpdateAttribute"/>.</param>
    /// <param name="validatorMethod">Method that refuses by throwing, or null.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">The methods are not a valid handler and validator.</exception>
    public static WorkflowUpdateDefinition FromMethod(MethodInfo method, MethodInfo? validatorMethod = null)
    {
        var attribute = Require(method);
        HandlerShape.RequirePublicInstance(method, "Update handler");
        if (validatorMethod is not null)
        {
            HandlerShape.RequirePublicInstance(validatorMethod, "Update validator");
        }

        return new(Named(attribute, method), attribute.Description, method, validatorMethod, null, null, attribute.UnfinishedPolicy);
    }

    /// <summary>Makes a definition of delegates, for <c>Workflow.Updates</c> and <c>Workflow.DynamicUpdate</c>.</summary>
    /// <param name="name">Update name; null for the dynamic handler.</param>
    /// <param name="del">Handler; returns <see cref="Task"/> or <see cref="Task{TResult}"/>.</param>
    /// <param name="validatorDel">Validator with the handler's parameters, returning nothing; or null.</param>
    /// <param name="unfinishedPolicy">What happens when the workflow ends while it runs.</param>
    /// <param name="description">Text for people.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">The delegates are not a valid handler and validator.</exception>
    public static WorkflowUpdateDefinition CreateWithoutAttribute(
        string? name,
        Delegate del,
        Delegate? validatorDel = null,
        HandlerUnfinishedPolicy unfinishedPolicy = HandlerUnfinishedPolicy.WarnAndAbandon,
        string? description = null) =>
        new(name, description, null, null, del, validatorDel, unfinishedPolicy);

    /// <summary>The name to send for a method given in a lambda.</summary>
    internal static string NameFromMethodForCall(MethodInfo method) =>
        Named(Require(method), method)
        ?? throw new ArgumentException($"{HandlerShape.Describe(method)} is a dynamic update handler; send the update by its name");

    private static void RequireValidator(MethodInfo validator, MethodInfo target)
    {
        if (validator.ReturnType != typeof(void))
        {
            throw new ArgumentException($"Update validator {HandlerShape.Describe(validator)} must return void");
        }

        if (!validator.GetParameters().Select(p => p.ParameterType).SequenceEqual(target.GetParameters().Select(p => p.ParameterType)))
        {
            throw new ArgumentException(
                $"Update validator {HandlerShape.Describe(validator)} must have the same parameters as {HandlerShape.Describe(target)}");
        }
    }

    private static WorkflowUpdateAttribute Require(MethodInfo method) =>
        HandlerShape.FindAttribute<WorkflowUpdateAttribute>(method)
        ?? throw new ArgumentException($"{HandlerShape.Describe(method)} has no [WorkflowUpdate] attribute");

    private static string? Named(WorkflowUpdateAttribute attribute, MethodInfo method)
    {
        if (!attribute.Dynamic)
        {
            return attribute.Name ?? HandlerNames.OfMethod(method);
        }

        return attribute.Name is null
            ? null
            : throw new ArgumentException($"Update handler {HandlerShape.Describe(method)} must not be dynamic and have a name");
    }
}
