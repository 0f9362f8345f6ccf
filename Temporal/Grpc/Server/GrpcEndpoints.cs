using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace TemporalVideo.Grpc;

/// <summary>Serves gRPC services on ASP.NET Core's routing.</summary>
public static class GrpcEndpoints
{
    /// <summary>Maps every method of a service. Methods without a route answer Unimplemented.</summary>
    /// <param name="endpoints">The application's endpoints; they must be reached over HTTP/2.</param>
    /// <param name="service">Descriptor of the service.</param>
    /// <param name="routes">The handlers.</param>
    /// <param name="options">Limits; null means the defaults.</param>
    /// <exception cref="ArgumentException">A route names a method that the service does not have.</exception>
    public static void MapGrpcService(
        this IEndpointRouteBuilder endpoints, ServiceDescriptor service, GrpcRoutes routes, GrpcServiceOptions? options = null)
    {
        if (routes.Methods.FirstOrDefault(method => service.FindMethodByName(method) is null) is { } unknown)
        {
            throw new ArgumentException($"{service.FullName} has no method {unknown}.", nameof(routes));
        }

        var logger = endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("TemporalVideo.Grpc");
        foreach (var method in service.Methods)
        {
            var call = new UnaryEndpoint(
                method.Name, routes.ByMethod.GetValueOrDefault(method.Name), options ?? new GrpcServiceOptions(), logger);
            endpoints.MapPost($"/{service.FullName}/{method.Name}", (RequestDelegate)call.ServeAsync);
        }

        var others = new UnaryEndpoint(UnaryEndpoint.UnknownMethod, null, new GrpcServiceOptions(), logger);
        endpoints.MapPost($"/{service.FullName}/{{method}}", (RequestDelegate)others.ServeAsync);
    }

    /// <summary>Answers calls of services that are not served as Unimplemented. Map it last.</summary>
    public static void MapUnknownGrpcServices(this IEndpointRouteBuilder endpoints)
    {
        var logger = endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("TemporalVideo.Grpc");
        var unknown = new UnaryEndpoint(UnaryEndpoint.UnknownMethod, null, new GrpcServiceOptions(), logger);
        endpoints.MapPost("/{service}/{method}", (RequestDelegate)unknown.ServeAsync);
    }
}
