using Microsoft.Extensions.Logging;

namespace TemporalVideo.DevServer.Executions.Closing;

/// <summary>Deletes closed runs past their retention, at the start and then every hour.</summary>
internal sealed partial class RetentionSweeps : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private readonly ExecutionEngine _engine;
    private readonly ILogger _logger;
    private readonly Timer _timer;

    public RetentionSweeps(ExecutionEngine engine, ILogger logger)
    {
        _engine = engine;
        _logger = logger;
        _timer = new Timer(_ => _ = SweepAsync(), null, TimeSpan.Zero, Interval);
    }

    /// <inheritdoc />
    public void Dispose() => _timer.Dispose();

    private async Task SweepAsync()
    {
        try
        {
            await Retention.SweepAsync(_engine, _engine.Namespaces.All, _engine.Clock.UtcNow).ConfigureAwait(false);
        }
        catch (Exception) when (_engine.Stopping.IsCancellationRequested)
        {
            // The server is stopping; the next start sweeps again.
        }
        catch (Exception e)
        {
            LogSweepFailed(_logger, e);
        }
    }

    [LoggerMessage(203, LogLevel.Error, "Deleting closed runs past their retention failed")]
    private static partial void LogSweepFailed(ILogger logger, Exception exception);
}
