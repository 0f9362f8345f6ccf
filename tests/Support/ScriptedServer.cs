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

namespace TemporalVideo.Tests.Support;

/// <summary>A gRPC server on a free loopback port that answers as told and remembers every request.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly GrpcRoutes _routes = new();
    private readonly ConcurrentQueue<(IMessage Request, GrpcServerCall Call)> _received = new();
    private WebApplication? _app;

    /// <summary>Makes a server that knows only <c>GetSystemInfo</c>.</summary>
    public ScriptedServer() => On("GetSystemInfo", (GetSystemInfoRequest _) => new GetSystemInfoResponse { ServerVersion = "1.0.0" });

    /// <summary><c>127.0.0.1:port</c>.</summary>
    public string TargetHost => new Uri(_app!.Urls.Single()).Authority;

    /// <summary>Requests of a type so far, in the order of their coming.</summary>
    public IEnumerable<T> Received<T>()
        where T : IMessage => _received.Select(r => r.Request).OfType<T>();

    /// <summary>Call of the last request of a type.</summary>
    public GrpcServerCall CallOf<T>()
        where T : IMessage => _received.Last(r => r.Request is T).Call;

    /// <summary>Waits until so many requests of a type have come.</summary>
    public async Task<IReadOnlyList<T>> UntilReceivedAsync<T>(int count = 1)
        where T : IMessage
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (Received<T>().Count() < count)
        {
            await Task.Delay(10, limit.Token);
        }

        return [.. Received<T>()];
    }

    /// <summary>Answers a method.</summary>
    public ScriptedServer On<TRequest, TResponse>(string method, Func<TRequest, TResponse> answer)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage => On(method, (TRequest request, GrpcServerCall _) => Task.FromResult(answer(request)));

    /// <summary>Answers a method when the time has come.</summary>
    public ScriptedServer On<TRequest, TResponse>(string method, Func<TRequest, GrpcServerCall, Task<TResponse>> answer)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage
    {
        _routes.Add(method, (TRequest request, GrpcServerCall call) =>
        {
            _received.Enqueue((request, call));
            return answer(request, call);
        });
        return this;
    }

    /// <summary>Begins to serve.</summary>
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

    /// <summary>Stops serving.</summary>
    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;
}
