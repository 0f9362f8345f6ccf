using System.Reflection;
using Temporalio.Api.Common.V1;

namespace Temporalio.Worker.Interceptors;

/// <summary>The call of a run method.</summary>
/// <param name="Instance">The workflow object.</param>
/// <param name="RunMethod">Method to call.</param>
/// <param name="Args">Arguments.</param>
/// <param name="Headers">Headers, or null.</param>
public record ExecuteWorkflowInput(
    object Instance,
    MethodInfo RunMethod,
    object?[] Args,
    IReadOnlyDictionary<string, Payload>? Headers);
