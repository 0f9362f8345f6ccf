using System.Net.Sockets;
using System.Text;

namespace TemporalVideo.DevServer.Tests.Hosting;

/// <summary>When a server may believe that nobody needs it.</summary>
public sealed class IdleTests : IAsyncLifetime
{
    private static readonly TimeSpan Length = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("idle-test-");
    private DevServer _server = null!;

    private string DataFile => Path.Combine(_folder.FullName, "temporal.db");

    public async Task InitializeAsync() =>
        _server = await DevServer.StartAsync(new DevServerOptions { Port = 0, HttpPort = 0, WebUiPort = 0, DataFile = DataFile });

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task UntilIdle_NobodyConnected_EndsUnannounced()
    {
        await _server.UntilIdleAsync(Length, default).WaitAsync(Limit);

        ServerRecord.Read(DataFile).Should().BeNull();
    }

    [Theory]
    [InlineData("grpc")]
    [InlineData("http")]
    [InlineData("ui")]
    public async Task UntilIdle_SomebodyConnected_GoesOnUntilAfterTheyLeave(string port)
    {
        var client = await ConnectAsync(port);
        var idle = _server.UntilIdleAsync(Length, default);

        await FluentActions.Awaiting(() => idle.WaitAsync(Length * 4)).Should().ThrowAsync<TimeoutException>();
        ServerRecord.Read(DataFile).Should().NotBeNull();
        client.Dispose();

        await idle.WaitAsync(Limit);
    }

    [Fact]
    public async Task UntilIdle_GivenUp_StaysAnnounced()
    {
        using var client = await ConnectAsync("ui");
        using var stop = new CancellationTokenSource();
        var idle = _server.UntilIdleAsync(Length, stop.Token);

        await stop.CancelAsync();

        await FluentActions.Awaiting(() => idle).Should().ThrowAsync<OperationCanceledException>();
        ServerRecord.Read(DataFile).Should().NotBeNull();
    }

    /// <summary>A connection that the server has seen.</summary>
    private async Task<TcpClient> ConnectAsync(string port)
    {
        var host = port switch { "grpc" => _server.TargetHost, "http" => _server.HttpHost!, _ => _server.WebUiHost! };
        var client = new TcpClient();
        await client.ConnectAsync(System.Net.IPEndPoint.Parse(host));
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(port == "grpc"
            ? "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0"
            : $"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n"));
        (await client.GetStream().ReadAsync(new byte[1])).Should().Be(1);
        return client;
    }
}
