using Google.Protobuf.Reflection;
using Grpc.Health.V1;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>
/// The services of the frontend. A descriptor describes everything that it reaches, which takes half a second and 50 MiB:
/// what every server does at its start and for every call has to do without.
/// </summary>
internal static class ServiceDescriptors
{
    public static ServiceDescriptor WorkflowService => Temporalio.Api.WorkflowService.V1.ServiceReflection.Descriptor.Services.Single();

    public static ServiceDescriptor OperatorService => Temporalio.Api.OperatorService.V1.ServiceReflection.Descriptor.Services.Single();

    public static ServiceDescriptor TestService => Temporalio.Api.TestService.V1.ServiceReflection.Descriptor.Services.Single();

    public static ServiceDescriptor Health => HealthReflection.Descriptor.Services.Single();
}
