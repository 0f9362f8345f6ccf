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

        endpoints.MapGrpcService(service.FullName, method => service.FindMethodByName(method) is not null, routes, options);
    }

    /// <summary>Maps the methods of a service that have a route; its other methods answer Unimplemented. Needs no descriptor, which takes long to make.</summary>
    /// <param name="endpoints">The application's endpoints; they must be reached over HTTP/2.</param>
    /// <param name="service">Full name of the service.</param>
    /// <param name="hasMethod">Whether the service has a method without a route; asked when such a method is called.</param>
    /// <param name="routes">The handlers.</param>
    /// <param name="options">Limits; null means the defaults.</param>
    public static void MapGrpcService(
        this IEndpointRouteBuilder endpoints, string service, Func<string, bool> hasMethod, GrpcRoutes routes, GrpcServiceOptions? options = null)
    {
        var limits = options ?? new GrpcServiceOptions();
        var logger = endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("TemporalVideo.Grpc");
        foreach (var (method, route) in routes.ByMethod)
        {
            endpoints.MapPost($"/{service}/{method}", (RequestDelegate)new UnaryEndpoint(method, route, limits, logger).ServeAsync);
        }

        endpoints.MapPost($"/{service}/{{method}}", (RequestDelegate)(http =>
        {
            var method = (string)http.GetRouteValue("method")!;
            return new UnaryEndpoint(hasMethod(method) ? method : UnaryEndpoint.UnknownMethod, null, limits, logger).ServeAsync(http);
        }));
    }

    /// <summary>Answers calls of services that are not served as Unimplemented. Map it last.</summary>
    public static void MapUnknownGrpcServices(this IEndpointRouteBuilder endpoints)
    {
        var logger = endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("TemporalVideo.Grpc");
        var unknown = new UnaryEndpoint(UnaryEndpoint.UnknownMethod, null, new GrpcServiceOptions(), logger);
        endpoints.MapPost("/{service}/{method}", (RequestDelegate)unknown.ServeAsync);
    }
}
