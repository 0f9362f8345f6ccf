using Microsoft.Extensions.Hosting;

namespace TemporalVideo.Starter.Engine;

/// <summary>Leaves Ctrl-C to the command, which says what becomes of the session, instead of stopping the host behind its back.</summary>
internal sealed class CommandLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
