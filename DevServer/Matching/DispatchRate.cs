namespace TemporalVideo.DevServer.Matching;

/// <summary>
/// How fast a task queue hands out tasks: what its pollers asked for last (<c>TaskQueueMetadata.max_tasks_per_second</c>), in real time.
/// As many as it hands out in a second may go at once, at least one.
/// </summary>
internal sealed class DispatchRate(TimeProvider time)
{
    private double? _perSecond;
    private double _left;
    private long _since;

    /// <summary>Whether there is a limit.</summary>
    public bool IsLimited => _perSecond is not null;

    /// <summary>Sets the limit; null leaves it as it is, as a worker without one does.</summary>
    /// <returns>Whether it is another than before.</returns>
    public bool Limit(double? perSecond)
    {
        if (perSecond is not { } rate || rate == _perSecond)
        {
            return false;
        }

        (_perSecond, _left, _since) = (rate, Math.Max(1, rate), time.GetTimestamp());
        return true;
    }

    /// <summary>Takes leave to hand out a task; how long to wait for it where there is none.</summary>
    public TimeSpan? WaitFor()
    {
        if (_perSecond is not { } rate)
        {
            return null;
        }

        var now = time.GetTimestamp();
        _left = Math.Min(Math.Max(1, rate), _left + (rate * time.GetElapsedTime(_since, now).TotalSeconds));
        _since = now;
        if (_left >= 1)
        {
            _left--;
            return null;
        }

        return rate > 0 ? TimeSpan.FromSeconds((1 - _left) / rate) : Timeout.InfiniteTimeSpan;
    }
}
