using Grpc.Health.V1;
using TemporalVideo.Grpc;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>The standard health service: what is served is serving.</summary>
internal static class HealthRoutes
{
    private static readonly HashSet<string> Services = ["", ServiceNames.WorkflowService, ServiceNames.OperatorService];

    public static GrpcRoutes Create() => new GrpcRoutes().Add<HealthCheckRequest, HealthCheckResponse>(
        "Check",
        (request, _) => Services.Contains(request.Service)
            ? Task.FromResult(new HealthCheckResponse { Status = HealthCheckResponse.Types.ServingStatus.Serving })
            : throw new GrpcException(GrpcStatusCode.NotFound, "unknown service"));
}
