using System.Net;
using System.Net.Sockets;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using TemporalVideo.DevServer.Tests.Executions;

namespace TemporalVideo.DevServer.Tests.Cluster;

public sealed class ConnectionAgeTests
{
    private static readonly byte[] Frame = [0, 0, 0, 0, 0];

    [Fact]
    public async Task OldConnections_GoAndComeBack_WithoutALostCall()
    {
        await using var server =
            await DevServer.StartAsync(new DevServerOptions { Port = 0, ConnectionAge = TimeSpan.FromMilliseconds(300) });
        var connections = 0;
        using var http = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = async (context, cancellation) =>
            {
                Interlocked.Increment(ref connections);
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });

        // A poll of our own client waits all the while, and calls follow each other on a plain one.
        var client = await TemporalClient.ConnectAsync(new(server.TargetHost));
        var waiting = client.Connection.WorkflowService.PollWorkflowTaskQueueAsync(
            new PollWorkflowTaskQueueRequest { Namespace = TestWorkflow.Namespace, TaskQueue = new() { Name = "q" } },
            new RpcOptions { Timeout = TimeSpan.FromSeconds(60) });
        while (Volatile.Read(ref connections) < 4)
        {
            (await CallAsync(http, server.TargetHost)).Should().Be("0");
        }

        await client.StartWorkflowAsync("W", [], new WorkflowOptions("w", "q"));
        (await waiting).WorkflowExecution.WorkflowId.Should().Be("w");
    }

    private static async Task<string> CallAsync(HttpClient http, string targetHost)
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Post,
            new Uri($"http://{targetHost}/temporal.api.workflowservice.v1.WorkflowService/GetSystemInfo"))
            {
                Version = HttpVersion.Version20,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
                Content = new ByteArrayContent(Frame),
            };
        request.Content.Headers.TryAddWithoutValidation("content-type", "application/grpc");
        using var response = await http.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
        return response.TrailingHeaders.GetValues("grpc-status").Single();
    }
}
