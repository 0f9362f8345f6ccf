using System.Collections.Concurrent;
using System.Reflection;

namespace Temporalio.Workflows;

/// <summary>Reads the result of a finished task whose type is not known at compile time.</summary>
internal static class TaskResults
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> Properties = new();

    /// <summary>The type that a method returns once awaited; <c>void</c> when there is no value.</summary>
    public static Type TypeOf(Type returnType)
    {
        for (var at = returnType; at is not null && typeof(Task).IsAssignableFrom(at); at = at.BaseType)
        {
            if (at.IsGenericType && at.GetGenericTypeDefinition() == typeof(Task<>))
            {
                return at.GetGenericArguments()[0];
            }
        }

        return typeof(Task).IsAssignableFrom(returnType) ? typeof(void) : returnType;
    }

    /// <summary>The result of a task that has succeeded; null when it has none.</summary>
    public static object? Of(Task task)
    {
        var property = Properties.GetOrAdd(task.GetType(), static type => ResultProperty(type));
        return property?.GetValue(task);
    }

    private static PropertyInfo? ResultProperty(Type type)
    {
        // async Task methods are Task<VoidTaskResult> at run time.
        var property = type.GetProperty(nameof(Task<object>.Result));
        return property?.PropertyType.Name == "VoidTaskResult" ? null : property;
    }
}
