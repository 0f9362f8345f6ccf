using Temporalio.Activities;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities;

/// <summary>
/// Heartbeats of a running activity, every two seconds, with its progress. Temporal learns from them that the worker lives, the worker
/// that it is to stop.
/// </summary>
internal sealed class Heartbeats : IProgress<double>, IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    private readonly ActivityExecutionContext _context;
    private readonly string? _segmentId;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _sending;
    private double _share;

    public Heartbeats(ActivityExecutionContext context, string? segmentId)
    {
        (_context, _segmentId) = (context, segmentId);
        _sending = SendAsync();
    }

    public void Report(double value) => Volatile.Write(ref _share, value);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task SendAsync()
    {
        using var timer = new PeriodicTimer(Period);
        do
        {
            _context.Heartbeat(new StepProgress(_segmentId, (int)Math.Round(100 * Volatile.Read(ref _share))));
        }
        while (await timer.WaitForNextTickAsync(_end.Token));
    }
}
