using Microsoft.Extensions.Logging;
using Temporalio.Client;
using Temporalio.Worker;
using TemporalVideo.Tests.Support;

namespace Temporalio.Tests.Worker.Wire;

/// <summary>A worker whose server is the test.</summary>
internal static class WireWorker
{
    public const string TaskQueue = "wire";

    /// <summary>Runs a worker until the test ends; when this returns the worker has shut down in order.</summary>
    public static async Task RunAsync(
        WorkerFrontend frontend, Action<TemporalWorkerOptions> configure, Func<Task> test, ILoggerFactory? loggers = null)
    {
        var client = await TemporalClient.ConnectAsync(new(frontend.Server.TargetHost));
        var options = new TemporalWorkerOptions(TaskQueue) { LoggerFactory = loggers };
        configure(options);
        using var worker = new TemporalWorker(client, options);
        await worker.ExecuteAsync(test);
    }
}
