namespace TemporalVideo.DevServer.Rpc;

/// <summary>Full names of the services of the frontend.</summary>
internal static class ServiceNames
{
    public const string WorkflowService = "temporal.api.workflowservice.v1.WorkflowService";
    public const string OperatorService = "temporal.api.operatorservice.v1.OperatorService";
    public const string TestService = "temporal.api.testservice.v1.TestService";
    public const string Health = "grpc.health.v1.Health";
}
