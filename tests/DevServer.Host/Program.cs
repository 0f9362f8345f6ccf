using System.Globalization;
using TemporalVideo.DevServer;
using TemporalVideo.DevServer.Host;
using TemporalVideo.DevServer.Host.Load;

// A server or a worker in a process of its own, for tests that kill it. Ends when its input does.
// usage: DevServer.Host server PORT DATA_FILE | DevServer.Host worker TARGET_HOST TASK_QUEUE EFFECTS_FOLDER
switch (args)
{
    case ["server", var port, var file]:
        await using (var server = await DevServer.StartAsync(new DevServerOptions
        {
            Port = int.Parse(port, CultureInfo.InvariantCulture),
            DataFile = file,
            LoggerFactory = new ErrorLog(),
        }))
        {
            await UntilInputEnds.SayAsync(server.TargetHost);
        }

        return 0;
    case ["worker", var targetHost, var queue, var folder]:
        await LoadWorker.RunAsync(targetHost, queue, folder, () => UntilInputEnds.SayAsync("polling"));
        return 0;
    default:
        return 2;
}
