using Microsoft.Extensions.Hosting;

namespace TemporalVideo.DevServer.Hosting;

/// <summary>The server lives as long as the program that embeds it wants: it does not listen to signals itself.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
