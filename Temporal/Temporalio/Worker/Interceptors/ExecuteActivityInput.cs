using Temporalio.Activities;
using Temporalio.Api.Common.V1;

namespace Temporalio.Worker.Interceptors;

/// <summary>The call of an activity.</summary>
/// <param name="Activity">Its definition.</param>
/// <param name="Args">Arguments.</param>
/// <param name="Headers">Headers, or null.</param>
public record ExecuteActivityInput(
    ActivityDefinition Activity,
    object?[] Args,
    IReadOnlyDictionary<string, Payload>? Headers);
