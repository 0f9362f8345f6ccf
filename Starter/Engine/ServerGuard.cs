using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.DevServer;
using TemporalVideo.Hosting.Configuration;

namespace TemporalVideo.Starter.Engine;

/// <summary>
/// Watches over the embedded server while a command uses it. One that was killed is started again at its old place, where the command's
/// connection finds it; one that was ended in order, and so has taken its record away, is not.
/// </summary>
internal sealed class ServerGuard : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(20);

    private readonly ProductConfiguration _configuration;
    private readonly ITemporalClient _client;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watching;

    public ServerGuard(ProductConfiguration configuration, ITemporalClient client)
    {
        (_configuration, _client) = (configuration, client);
        _watching = Task.WhenAll(RestartAsync(), KeepConnectedAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }

    private async Task RestartAsync()
    {
        var dataFile = _configuration.Engine.Embedded.DataFile;
        using var timer = new PeriodicTimer(Pause);
        while (await NextAsync(timer))
        {
            if (DataFileLock.IsHeld(dataFile) || ServerRecord.Read(dataFile) is null)
            {
                continue;
            }

            try
            {
                var (_, record) = await ServerSearch.ConnectAsync(_configuration);
                if (record.Address != _configuration.Engine.Address)
                {
                    await Console.Error.WriteLineAsync(
                        $"The embedded server was killed and is back at another address, {record.Address}: give the same command again.");
                    return;
                }
            }
            catch (StarterException exception)
            {
                await Console.Error.WriteLineAsync($"The embedded server was killed and cannot be started again: {exception.Message}");
                return;
            }
        }
    }

    /// <summary>A connection without calls would be closed when it is old, and the server would believe that nobody needs it.</summary>
    private async Task KeepConnectedAsync()
    {
        using var timer = new PeriodicTimer(SignOfLife);
        while (await NextAsync(timer))
        {
            try
            {
                await _client.Connection.CheckHealthAsync(options: new RpcOptions { CancellationToken = _stop.Token });
            }
            catch (Exception exception) when (exception is RpcException or OperationCanceledException or InvalidOperationException)
            {
                // It is away for a moment, or this command ends.
            }
        }
    }

    private async Task<bool> NextAsync(PeriodicTimer timer)
    {
        try
        {
            return await timer.WaitForNextTickAsync(_stop.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
