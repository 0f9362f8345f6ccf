using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TemporalVideo.Studio.Film;

namespace TemporalVideo.Worker;

/// <summary>Deletes, at the start of a worker, the temporary folders that killed ones have left.</summary>
internal sealed partial class LeftoverSweep(ILogger<LeftoverSweep> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (TemporaryFolder.DeleteAbandoned() is var deleted and > 0)
        {
            LogSwept(deleted);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(EventId = 701, Level = LogLevel.Information,
        Message = "Deleted {Folders} temporary folders of workers that were killed")]
    private partial void LogSwept(int folders);
}
