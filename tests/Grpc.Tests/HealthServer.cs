using Grpc.Health.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace TemporalVideo.Grpc.Tests;

/// <summary>A real server on a free loopback port that serves the health service with one handler.</summary>
internal sealed class HealthServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HealthServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<HealthServer> StartAsync(
        Func<HealthCheckRequest, GrpcServerCall, Task<HealthCheckResponse>> check, int maximumMessageSize = 4 * 1024 * 1024)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        app.MapGrpcService(
            HealthReflection.Descriptor.Services[0],
            new GrpcRoutes().Add("Check", check),
            new GrpcServiceOptions { MaximumMessageSize = maximumMessageSize });
        await app.StartAsync();
        return new HealthServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
