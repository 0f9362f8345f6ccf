using System.Net;
using Grpc.AspNetCore.Server.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TemporalVideo.DevServer.Http;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.WebUi;

namespace TemporalVideo.DevServer.Hosting;

/// <summary>Puts the services on Kestrel: gRPC over plaintext HTTP/2, and the HTTP JSON API on a port of its own.</summary>
internal static class Frontend
{
    /// <summary>In bytes, as in Temporal's frontend.</summary>
    private const int LargestRequest = 4 * 1024 * 1024;

    public static WebApplication Build(DevServerOptions options, ServerParts parts, ServerServices services, OpenConnections connections)
    {
        // Nothing of the surroundings, such as ASPNETCORE_URLS, may change where an embedded server listens.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, options, connections));
        builder.Services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = LargestRequest;
            grpc.MaxSendMessageSize = null;
            grpc.Interceptors.Add<GrpcEdge>();
        });
        builder.Services.AddSingleton(services.Checks);
        builder.Services.AddSingleton<GrpcEdge>();
        builder.Services.AddSingleton<IServiceMethodProvider<GrpcFrontend>>(new GrpcMethods(services.Tables));
        builder.Services.AddSingleton<ILoggerFactory>(new QuietLoggers(parts.Loggers));
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        var application = builder.Build();
        Map(application, services, parts, options);
        application.Lifetime.ApplicationStopping.Register(parts.Executions.Stop);
        return application;
    }

    private static void Listen(KestrelServerOptions kestrel, DevServerOptions options, OpenConnections connections)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;

        // Each waiting poll holds a stream open.
        kestrel.Limits.Http2.MaxStreamsPerConnection = 100_000;
        kestrel.Limits.Http2.InitialConnectionWindowSize = 8 * 1024 * 1024;
        kestrel.Limits.Http2.InitialStreamWindowSize = 4 * 1024 * 1024;
        kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromMinutes(1);
        kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
        var address = IPAddress.Parse(options.Ip);
        kestrel.Listen(address, options.Port, endpoint =>
        {
            endpoint.Protocols = HttpProtocols.Http2;
            endpoint.Use(next => connection => connections.ServeAsync(next, connection));
        });
        if (options.HttpPort is { } httpPort)
        {
            kestrel.Listen(address, httpPort, endpoint =>
            {
                endpoint.Protocols = HttpProtocols.Http1;
                endpoint.Use(next => connection => connections.ServeAsync(next, connection));
            });
        }

        if (options.WebUiPort is { } uiPort)
        {
            kestrel.Listen(address, uiPort, endpoint =>
            {
                endpoint.Protocols = HttpProtocols.Http1;
                endpoint.Use(next => connection => connections.ServeAsync(next, connection));
                endpoint.Use(next => connection =>
                {
                    connection.Features.Set(WebUiPort.Instance);
                    return next(connection);
                });
            });
        }
    }

    private static void Map(WebApplication application, ServerServices services, ServerParts parts, DevServerOptions options)
    {
        var listening = IPAddress.Parse(options.Ip);
        var http = new HttpApi([services.Workflows, services.Operators], parts.Loggers.CreateLogger<HttpApi>());
        var guard = new HttpGuard(listening);
        var ui = new WebUi.WebUi(application, http, new WebUiGuard(listening), options);

        // HTTP/1.1 is only spoken on the ports of the HTTP API and of the Web UI, and only HTTP/2 on that of gRPC.
        application.Use(next => call => !HttpProtocol.IsHttp11(call.Request.Protocol) ? next(call)
            : call.Features.Get<WebUiPort>() is null ? http.ServeAsync(call, guard)
            : ui.ServeAsync(call));
        application.UseRouting();
        application.Use(next => call => UnknownMethod.IsMeant(call) ? UnknownMethod.AnswerAsync(call, services.Tables) : next(call));
        application.MapGrpcService<GrpcFrontend>();
    }
}
