using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.Grpc;

namespace Temporalio.Tests.Client;

/// <summary>A gRPC server on a free loopback port that answers as told and remembers every request.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly GrpcRoutes _routes = new();
    private readonly ConcurrentQueue<(IMessage Request, GrpcServerCall Call)> _received = new();
    private WebApplication? _app;

    public ScriptedServer() => On("GetSystemInfo", (GetSystemInfoRequest _) => new GetSystemInfoResponse { ServerVersion = "1.0.0" });

    public string TargetHost => new Uri(_app!.Urls.Single()).Authority;

    public IEnumerable<T> Received<T>()
        where T : IMessage => _received.Select(r => r.Request).OfType<T>();

    public GrpcServerCall CallOf<T>()
        where T : IMessage => _received.Last(r => r.Request is T).Call;

    public ScriptedServer On<TRequest, TResponse>(string method, Func<TRequest, TResponse> answer)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage
    {
        _routes.Add(method, (TRequest request, GrpcServerCall call) =>
        {
            _received.Enqueue((request, call));
            return Task.FromResult(answer(request));
        });
        return this;
    }

    public async Task<ScriptedServer> StartAsync(X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            if (certificate != null)
            {
                listen.UseHttps(certificate);
            }
        }));
        _app = builder.Build();
        _app.MapGrpcService(ServiceReflection.Descriptor.Services[0], _routes);
        await _app.StartAsync();
        return this;
    }

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;
}
