using System.Collections.Concurrent;

namespace TemporalVideo.DevServer.Matching;

/// <summary>
/// Open polls by worker. A worker that stops has its polls answered, so that no task is given to a caller who has just hung up.
/// A worker's entry stays: what it still had under way when it said that it stops is answered at once too.
/// </summary>
internal sealed class WorkerPolls
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _workers = new();

    /// <summary>Cancelled when the worker stops.</summary>
    /// <param name="workerInstanceKey">The worker, as it names itself in polls; empty when it does not.</param>
    public CancellationToken EndOf(string workerInstanceKey) =>
        workerInstanceKey.Length == 0 ? CancellationToken.None : _workers.GetOrAdd(workerInstanceKey, static _ => new()).Token;

    /// <summary>The worker stops.</summary>
    public void End(string workerInstanceKey)
    {
        if (workerInstanceKey.Length > 0)
        {
            _workers.GetOrAdd(workerInstanceKey, static _ => new()).Cancel();
        }
    }
}
