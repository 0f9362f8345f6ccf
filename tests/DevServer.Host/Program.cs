using System.Globalization;
using TemporalVideo.DevServer;

// usage: DevServer.Host PORT DATA_FILE. A server in a process of its own, for tests that kill it. Ends when its input does.
await using var server = await DevServer.StartAsync(new DevServerOptions
{
    Port = int.Parse(args[0], CultureInfo.InvariantCulture),
    DataFile = args[1],
});
Console.WriteLine(server.TargetHost);
while (await Console.In.ReadLineAsync() is not null)
{
}
