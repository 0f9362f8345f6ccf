using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TemporalVideo.Studio.Film;

namespace TemporalVideo.Worker;

/// <summary>
/// Deletes the temporary folders that killed workers have left: at the start of a worker, and at its end, when programs that outlived
/// the killed one for a moment have let go of theirs.
/// </summary>
internal sealed partial class LeftoverSweep(ILogger<LeftoverSweep> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => SweepAsync();

    public Task StopAsync(CancellationToken cancellationToken) => SweepAsync();

    private Task SweepAsync()
    {
        if (TemporaryFolder.DeleteAbandoned() is var deleted and > 0)
        {
            LogSwept(deleted);
        }

        return Task.CompletedTask;
    }

    [LoggerMessage(EventId = 701, Level = LogLevel.Information,
        Message = "Deleted {Folders} temporary folders of workers that were killed")]
    private partial void LogSwept(int folders);
}
