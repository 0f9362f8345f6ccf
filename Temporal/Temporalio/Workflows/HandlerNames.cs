using System.Reflection;

namespace Temporalio.Workflows;

/// <summary>The rules by which names of types and methods become names on the wire.</summary>
internal static class HandlerNames
{
    private const string Async = "Async";

    /// <summary>Names that start with this belong to Temporal.</summary>
    public const string ReservedPrefix = "__temporal_";

    /// <summary>The method's name without a trailing <c>Async</c>; kept whole unless the method returns a task.</summary>
    public static string OfMethod(MethodInfo method)
    {
        var name = method.Name;
        var bar = name.IndexOf('|', StringComparison.Ordinal);
        if (name.StartsWith('<') && bar > 0)
        {
            // A local function is compiled as <Outer>g__Name|0_0.
            var start = name.IndexOf("g__", StringComparison.Ordinal) + 3;
            name = name[start..bar];
        }

        return typeof(Task).IsAssignableFrom(method.ReturnType) && name.Length > Async.Length && name.EndsWith(Async, StringComparison.Ordinal)
            ? name[..^Async.Length]
            : name;
    }

    /// <summary>The type's name, without the leading <c>I</c> of an interface.</summary>
    public static string OfType(Type type)
    {
        var name = type.Name;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        name = tick < 0 ? name : name[..tick];
        return type.IsInterface && name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]) ? name[1..] : name;
    }

    /// <summary>Throws when a handler takes a name that belongs to Temporal.</summary>
    public static void RequireNotReserved(string? name, string kind)
    {
        if (name is not null && name.StartsWith(ReservedPrefix, StringComparison.Ordinal))
        {
            throw new ArgumentException($"{kind} name {name} starts with {ReservedPrefix}, which is reserved; choose another name");
        }
    }
}
