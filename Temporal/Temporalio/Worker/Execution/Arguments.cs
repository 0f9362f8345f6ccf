using System.Reflection;
using Temporalio.Api.Common.V1;
using Temporalio.Converters;

namespace Temporalio.Worker.Execution;

/// <summary>Turns payloads into the arguments of a method.</summary>
internal static class Arguments
{
    /// <summary>Decodes what a method takes; missing trailing arguments take their defaults, extra ones are ignored.</summary>
    /// <param name="converter">Converts each payload.</param>
    /// <param name="method">Method to be called.</param>
    /// <param name="payloads">What was sent.</param>
    /// <param name="skip">Leading parameters that are not sent.</param>
    public static object?[] Decode(IPayloadConverter converter, MethodBase method, Payloads? payloads, int skip)
    {
        var parameters = method.GetParameters()[skip..];
        IReadOnlyList<Payload> sent = payloads?.Payloads_ ?? (IReadOnlyList<Payload>)[];
        return IsRawList(parameters) ? [RawList(sent)] : [.. parameters.Select((p, i) => One(converter, method, p, i, sent))];
    }

    /// <summary>All payloads as they are, for dynamic handlers.</summary>
    public static IRawValue[] RawList(IEnumerable<Payload>? payloads) => [.. (payloads ?? []).Select(p => new RawValue(p))];

    private static bool IsRawList(ParameterInfo[] parameters) =>
        parameters.Length == 1 && parameters[0].ParameterType == typeof(IRawValue[]);

    private static object? One(IPayloadConverter converter, MethodBase method, ParameterInfo parameter, int index, IReadOnlyList<Payload> sent)
    {
        if (index >= sent.Count)
        {
            return parameter.HasDefaultValue
                ? parameter.DefaultValue
                : throw new ArgumentException(
                    $"{method.DeclaringType?.Name}.{method.Name} needs the argument {parameter.Name}, but only {sent.Count} were sent");
        }

        try
        {
            return parameter.ParameterType == typeof(IRawValue)
                ? new RawValue(sent[index])
                : converter.ToValue(sent[index], parameter.ParameterType);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new ArgumentException(
                $"Argument {parameter.Name} of {method.DeclaringType?.Name}.{method.Name} cannot be read as {parameter.ParameterType.Name}: {e.Message}", e);
        }
    }
}
