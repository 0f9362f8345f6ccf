using System.Reflection;
using Temporalio.Workflows;

namespace Temporalio.Activities;

/// <summary>An activity as the worker knows it: its type name, parameters and what is called.</summary>
public sealed class ActivityDefinition
{
    private readonly Func<object?[], object?> _invoker;

    private ActivityDefinition(
        string? name,
        Type returnType,
        IReadOnlyCollection<Type> parameterTypes,
        int requiredParameterCount,
        Func<object?[], object?> invoker,
        MethodInfo? methodInfo)
    {
        HandlerNames.RequireNotReserved(name, "Activity");
        if (requiredParameterCount > parameterTypes.Count)
        {
            throw new ArgumentException($"Activity {name} requires {requiredParameterCount} parameters but has {parameterTypes.Count}");
        }

        if (name is null && (parameterTypes.Count != 1 || !HandlerShape.IsRawValues(parameterTypes.First())))
        {
            throw new ArgumentException("A dynamic activity must have one parameter, IRawValue[]");
        }

        Name = name;
        ReturnType = returnType;
        ParameterTypes = parameterTypes;
        RequiredParameterCount = requiredParameterCount;
        MethodInfo = methodInfo;
        _invoker = invoker;
    }

    /// <summary>Activity type on the wire; null for the dynamic activity.</summary>
    public string? Name { get; }

    /// <summary>Whether this activity takes every type that no other takes.</summary>
    public bool Dynamic => Name is null;

    /// <summary>Type returned, possibly a task.</summary>
    public Type ReturnType { get; }

    /// <summary>Types of the parameters, in order.</summary>
    public IReadOnlyCollection<Type> ParameterTypes { get; }

    /// <summary>Number of parameters without a default.</summary>
    public int RequiredParameterCount { get; }

    /// <summary>Method called, when the activity was made from one.</summary>
    internal MethodInfo? MethodInfo { get; }

    /// <summary>Makes the definition of an attributed method given as a delegate.</summary>
    /// <param name="del">Delegate of a method with <see cref="ActivityAttribute"/>.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">The method is not a valid activity.</exception>
    public static ActivityDefinition Create(Delegate del)
    {
        ArgumentNullException.ThrowIfNull(del);
        return del.GetInvocationList().Length == 1
            ? Create(del.Method, args => del.Method.Invoke(del.Target, BindingFlags.DoNotWrapExceptions, null, args, null))
            : throw new ArgumentException($"Activity {HandlerShape.Describe(del.Method)} must be a single method, not a combined delegate");
    }

    /// <summary>Makes the definition of an attributed method that is called by other means.</summary>
    /// <param name="method">Method with <see cref="ActivityAttribute"/>.</param>
    /// <param name="invoker">Calls it.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">The method is not a valid activity.</exception>
    public static ActivityDefinition Create(MethodInfo method, Func<object?[], object?> invoker)
    {
        ArgumentNullException.ThrowIfNull(method);
        HandlerShape.RequireNoReferences(method, "Activity");
        if (method.ContainsGenericParameters)
        {
            throw new ArgumentException($"Activity {HandlerShape.Describe(method)} must not have open type parameters");
        }

        var parameters = method.GetParameters();
        return new(
            NameFromMethod(method),
            method.ReturnType,
            parameters.Select(p => p.ParameterType).ToArray(),
            parameters.Count(p => !p.HasDefaultValue),
            args => invoker(WithDefaults(args, parameters)),
            method);
    }

    /// <summary>Makes a definition without an attribute.</summary>
    /// <param name="name">Activity type; null for the dynamic activity.</param>
    /// <param name="returnType">Type returned.</param>
    /// <param name="parameterTypes">Types of the parameters.</param>
    /// <param name="requiredParameterCount">How many of them must be given.</param>
    /// <param name="invoker">Called with the arguments.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">The values do not make a valid activity.</exception>
    public static ActivityDefinition Create(
        string? name,
        Type returnType,
        IReadOnlyCollection<Type> parameterTypes,
        int requiredParameterCount,
        Func<object?[], object?> invoker) =>
        new(name, returnType, parameterTypes, requiredParameterCount, invoker, null);

    /// <summary>Makes the definitions of every attributed method of a type.</summary>
    /// <typeparam name="T">Type with activities.</typeparam>
    /// <param name="instance">Object to call instance methods on; may be null when all are static.</param>
    /// <returns>The definitions.</returns>
    /// <exception cref="ArgumentException">There are none, one is not valid, or an instance is missing.</exception>
    public static IReadOnlyCollection<ActivityDefinition> CreateAll<T>(T? instance) => CreateAll(typeof(T), instance);

    /// <summary>Makes the definitions of every attributed method of a type.</summary>
    /// <param name="type">Type with activities.</param>
    /// <param name="instance">Object to call instance methods on; may be null when all are static.</param>
    /// <returns>The definitions.</returns>
    /// <exception cref="ArgumentException">There are none, one is not valid, or an instance is missing.</exception>
    public static IReadOnlyCollection<ActivityDefinition> CreateAll(Type type, object? instance)
    {
        ArgumentNullException.ThrowIfNull(type);
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var methods = type.GetMethods(All).Where(m => HandlerShape.FindAttribute<ActivityAttribute>(m) is not null).ToList();
        if (methods.Count == 0)
        {
            throw new ArgumentException($"{type.FullName} has no method with [Activity]");
        }

        return methods.ConvertAll(method => method.IsStatic || instance is not null
            ? Create(method, args => method.Invoke(method.IsStatic ? null : instance, BindingFlags.DoNotWrapExceptions, null, args, null))
            : throw new ArgumentException($"Activity {HandlerShape.Describe(method)} is an instance method and needs an instance"));
    }

    /// <summary>The activity type of an attributed method; null when it is dynamic.</summary>
    /// <param name="method">Method with <see cref="ActivityAttribute"/>.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentException">The method has no attribute, or is dynamic and named.</exception>
    internal static string? NameFromMethod(MethodInfo method)
    {
        var attribute = HandlerShape.FindAttribute<ActivityAttribute>(method)
            ?? throw new ArgumentException($"{HandlerShape.Describe(method)} has no [Activity] attribute");
        if (!attribute.Dynamic)
        {
            return attribute.Name ?? HandlerNames.OfMethod(method);
        }

        return attribute.Name is null
            ? null
            : throw new ArgumentException($"Activity {HandlerShape.Describe(method)} must not be dynamic and have a name");
    }

    /// <summary>Calls the activity and, when it returns a task, waits for it.</summary>
    /// <param name="parameters">Arguments; trailing ones with defaults may be left out.</param>
    /// <returns>The result; null when there is none.</returns>
    public async Task<object?> InvokeAsync(object?[] parameters)
    {
        var result = _invoker(parameters);
        if (result is ValueTask valueTask)
        {
            result = valueTask.AsTask();
        }

        if (result is not Task task)
        {
            return result;
        }

        await task.ConfigureAwait(false);
        return TaskResults.Of(task);
    }

    /// <summary>The activity type to schedule for a method given in a lambda.</summary>
    internal static string NameFromMethodForCall(MethodInfo method) =>
        NameFromMethod(method)
        ?? throw new ArgumentException($"{HandlerShape.Describe(method)} is a dynamic activity; schedule it by a name");

    private static object?[] WithDefaults(object?[] args, ParameterInfo[] parameters) =>
        args.Length >= parameters.Length ? args : [.. args, .. parameters[args.Length..].Select(p => p.DefaultValue)];
}
