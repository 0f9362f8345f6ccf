using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

/// <summary>How long a call may wait before it answers empty-handed, in real time.</summary>
internal static class LongPoll
{
    private static readonly TimeSpan TaskPoll = TimeSpan.FromSeconds(59);
    private static readonly TimeSpan TaskPollMargin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan WaitMargin = TimeSpan.FromSeconds(1);

    /// <summary>A token that ends a task poll in time before the caller gives up.</summary>
    /// <param name="call">The poll.</param>
    /// <param name="stopping">Cancelled when the server stops.</param>
    /// <param name="workerStopping">Cancelled when the caller says that it stops.</param>
    /// <exception cref="ServiceException">FailedPrecondition: the caller leaves no time.</exception>
    public static CancellationTokenSource ForTasks(ServiceCall call, CancellationToken stopping, CancellationToken workerStopping)
    {
        var left = Left(call);
        if (left < Shortest)
        {
            throw ServiceErrors.FailedPrecondition("Context timeout is too short.");
        }

        return Limited(left - TaskPollMargin < TaskPoll ? left - TaskPollMargin : TaskPoll, call.CancellationToken, stopping,
            workerStopping);
    }

    /// <summary>A token that ends a wait for history or for an update.</summary>
    public static CancellationTokenSource ForChanges(ServiceCall call, CancellationToken stopping)
    {
        var left = Left(call) - WaitMargin;
        return Limited(left < Wait ? left : Wait, call.CancellationToken, stopping);
    }

    private static TimeSpan Left(ServiceCall call) => call.Deadline is { } deadline ? deadline - DateTimeOffset.UtcNow : TimeSpan.MaxValue;

    private static CancellationTokenSource Limited(TimeSpan time, params CancellationToken[] sooner)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(sooner);
        source.CancelAfter(time > TimeSpan.Zero ? time : TimeSpan.Zero);
        return source;
    }
}
