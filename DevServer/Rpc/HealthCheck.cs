using Grpc.Core;
using Grpc.Health.V1;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>The standard health service: what is served is serving.</summary>
internal sealed class HealthCheck : RpcHandler<HealthCheckRequest, HealthCheckResponse>
{
    private static readonly HashSet<string> Services = ["", ServiceNames.WorkflowService, ServiceNames.OperatorService];

    public override Task<HealthCheckResponse> HandleAsync(HealthCheckRequest request, ServiceCall call) =>
        Services.Contains(request.Service)
        ? Task.FromResult(new HealthCheckResponse { Status = HealthCheckResponse.Types.ServingStatus.Serving })
        : throw new Errors.ServiceException(StatusCode.NotFound, "unknown service");
}
