using Microsoft.Extensions.Hosting;
using TemporalVideo.Studio.Film;

namespace TemporalVideo.Worker;

/// <summary>Deletes, at the start of a worker, the temporary folders that killed ones left more than a day ago.</summary>
internal sealed class LeftoverSweep : IHostedService
{
    private static readonly TimeSpan LeastAge = TimeSpan.FromDays(1);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        TemporaryFolder.DeleteAbandoned(LeastAge);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
