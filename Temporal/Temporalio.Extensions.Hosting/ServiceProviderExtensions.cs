using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Temporalio.Activities;
using Temporalio.Workflows;

namespace Temporalio.Extensions.Hosting;

/// <summary>Activities whose objects come from a service provider.</summary>
public static class ServiceProviderExtensions
{
    private const BindingFlags AnyMethod = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The activities of a type; each attempt of one that is not static gets a scope and, out of it, an object.</summary>
    /// <exception cref="ArgumentException">The type has no activities, or one is not valid.</exception>
    public static IReadOnlyCollection<ActivityDefinition> CreateTemporalActivityDefinitions<T>(this IServiceProvider provider) =>
        provider.CreateTemporalActivityDefinitions(typeof(T));

    /// <inheritdoc cref="CreateTemporalActivityDefinitions{T}" />
    public static IReadOnlyCollection<ActivityDefinition> CreateTemporalActivityDefinitions(this IServiceProvider provider, Type type)
    {
        var definitions = type.GetMethods(AnyMethod)
            .Where(method => HandlerShape.FindAttribute<ActivityAttribute>(method) is not null)
            .Select(method => ActivityDefinition.Create(method, Invoker(provider, type, method)))
            .ToArray();
        return definitions.Length > 0 ? definitions : throw new ArgumentException($"{type.FullName} has no method with [Activity].");
    }

    private static Func<object?[], object?> Invoker(IServiceProvider provider, Type type, MethodInfo method) =>
        method.IsStatic
            ? arguments => Invoke(method, null, arguments)
            : arguments => InvokeInScopeAsync(provider, type, method, arguments);

    private static async Task<object?> InvokeInScopeAsync(IServiceProvider provider, Type type, MethodInfo method, object?[] arguments)
    {
        await using var scope = provider.CreateAsyncScope();
        var result = Invoke(method, scope.ServiceProvider.GetRequiredService(type), arguments);
        if (result is not Task task)
        {
            return result;
        }

        await task.ConfigureAwait(false);
        return TaskResults.Of(task);
    }

    private static object? Invoke(MethodInfo method, object? instance, object?[] arguments) =>
        method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
}
