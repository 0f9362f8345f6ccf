using System.Reflection;

namespace Temporalio.Workflows;

/// <summary>What handler methods must look like; each check throws an error that names the method.</summary>
internal static class HandlerShape
{
    private const string RawValue = "Temporalio.Converters.IRawValue";

    public static string Describe(MemberInfo member) => $"{member.DeclaringType?.FullName}.{member.Name}";

    public static bool IsRawValues(Type type) =>
        type.IsArray && type.GetElementType()!.FullName == RawValue;

    public static void RequirePublicInstance(MethodInfo method, string kind)
    {
        if (!method.IsPublic || method.IsStatic)
        {
            throw new ArgumentException($"{kind} {Describe(method)} must be a public instance method");
        }

        if (method.ContainsGenericParameters)
        {
            throw new ArgumentException($"{kind} {Describe(method)} must not have type parameters");
        }

        RequireNoReferences(method, kind);
    }

    public static void RequireNoReferences(MethodBase method, string kind)
    {
        if (method.GetParameters().FirstOrDefault(p => p.ParameterType.IsByRef) is { } parameter)
        {
            throw new ArgumentException($"{kind} {Describe(method)}: parameter {parameter.Name} must not be ref, in or out");
        }
    }

    public static void RequireTask(MethodInfo method, string kind)
    {
        if (!typeof(Task).IsAssignableFrom(method.ReturnType))
        {
            throw new ArgumentException($"{kind} {Describe(method)} must return Task or Task<T>, not {method.ReturnType.Name}");
        }
    }

    public static void RequireDynamicHandlerParameters(MethodInfo method, string kind)
    {
        var parameters = method.GetParameters();
        if (parameters.Length != 2 || parameters[0].ParameterType != typeof(string) || !IsRawValues(parameters[1].ParameterType))
        {
            throw new ArgumentException($"Dynamic {kind} {Describe(method)} must have the parameters (string name, IRawValue[] args)");
        }
    }

    /// <summary>The attribute of this method or of the nearest method it overrides or implements.</summary>
    public static T? FindAttribute<T>(MethodInfo method)
        where T : Attribute
    {
        for (MethodInfo? at = method; at is not null;)
        {
            if (at.GetCustomAttribute<T>(false) is { } found)
            {
                return found;
            }

            var root = at.GetBaseDefinition();
            at = root == at || root.DeclaringType == at.DeclaringType ? null : OverriddenBy(at);
        }

        return null;
    }

    private static MethodInfo? OverriddenBy(MethodInfo method)
    {
        var types = method.GetParameters().Select(p => p.ParameterType).ToArray();
        return method.DeclaringType?.BaseType?.GetMethod(
            method.Name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, types);
    }
}
