using Temporalio.Client;
using Temporalio.Converters;
using TemporalVideo.DevServer;
using TemporalVideo.Tests.Support;

namespace Temporalio.Tests.Client;

public class ReconnectTests
{
    [Fact]
    public async Task C022_GetResultAsync_ServerRestarted_GoesOnByItself()
    {
        var folder = Directory.CreateTempSubdirectory("temporalvideo-");
        try
        {
            var port = FreePort.Next();
            Task<DevServer> StartAsync() => EmbeddedServer.StartAsync(
                options => options with { Port = port, DataFile = Path.Combine(folder.FullName, "server.db") });
            var first = await StartAsync();
            var client = await TemporalClient.ConnectAsync(new($"127.0.0.1:{port}"));
            var handle = await client.StartWorkflowAsync("W", [], new("id", "queue"));
            var result = handle.GetResultAsync<int>();

            await first.DisposeAsync();
            await using var second = await StartAsync();
            await new RawWorker(client, "queue").RespondAsync(RawWorker.Complete(await DataConverter.Default.ToPayloadsProtoAsync([7])));

            (await result).Should().Be(7);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
