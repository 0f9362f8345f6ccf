using Google.Protobuf.Reflection;
using Grpc.Health.V1;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>The services of the frontend.</summary>
internal static class ServiceDescriptors
{
    public static readonly ServiceDescriptor WorkflowService =
        Temporalio.Api.WorkflowService.V1.ServiceReflection.Descriptor.Services.Single();

    public static readonly ServiceDescriptor OperatorService =
        Temporalio.Api.OperatorService.V1.ServiceReflection.Descriptor.Services.Single();

    public static readonly ServiceDescriptor TestService =
        Temporalio.Api.TestService.V1.ServiceReflection.Descriptor.Services.Single();

    public static readonly ServiceDescriptor Health = HealthReflection.Descriptor.Services.Single();
}
