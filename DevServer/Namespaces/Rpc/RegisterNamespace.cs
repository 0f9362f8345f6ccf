using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Namespaces.Rpc;

/// <summary>Makes a namespace.</summary>
internal sealed class RegisterNamespace(NamespaceRegistry namespaces) : RpcHandler<RegisterNamespaceRequest, RegisterNamespaceResponse>
{
    private const int MaximumNameLength = 1000;

    /// <summary>Shortest time closed runs can be kept.</summary>
    internal static readonly TimeSpan MinimumRetention = TimeSpan.FromHours(1);

    public override async Task<RegisterNamespaceResponse> HandleAsync(RegisterNamespaceRequest request, ServiceCall call)
    {
        if (request.Namespace.Length == 0)
        {
            throw ServiceErrors.InvalidArgument("Namespace not set on request.");
        }

        if (request.Namespace.Length > MaximumNameLength)
        {
            throw ServiceErrors.InvalidArgument("Namespace length exceeds limit.");
        }

        if (request.IsGlobalNamespace)
        {
            throw ServiceErrors.InvalidArgument("Cannot register global namespace when not enabled.");
        }

        await namespaces.AddAsync(new NamespaceRecord
        {
            Name = request.Namespace,
            Id = Guid.NewGuid().ToString(),
            Retention = Retention(request.WorkflowExecutionRetentionPeriod),
            Description = request.Description,
            OwnerEmail = request.OwnerEmail,
            Data = request.Data.ToDictionary(pair => pair.Key, pair => pair.Value),
        }).ConfigureAwait(false);
        return new RegisterNamespaceResponse();
    }

    /// <summary>A retention from a request.</summary>
    /// <exception cref="ServiceException">InvalidArgument: absent or too short.</exception>
    internal static TimeSpan Retention(Google.Protobuf.WellKnownTypes.Duration? given) =>
        given?.ToTimeSpan() is { } retention && retention >= MinimumRetention
            ? retention
            : throw ServiceErrors.InvalidArgument("A valid retention period is not set on request.");
}
