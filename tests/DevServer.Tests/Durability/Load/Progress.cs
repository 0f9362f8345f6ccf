namespace TemporalVideo.DevServer.Tests.Durability.Load;

/// <summary>Counts the answers that clients got.</summary>
internal sealed class Progress
{
    private readonly Lock _gate = new();
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];
    private int _lost;

    public int Count { get; private set; }

    /// <summary>How many calls were not answered, and made again.</summary>
    public int Lost => _lost;

    public void AddLost() => Interlocked.Increment(ref _lost);

    public void Add()
    {
        lock (_gate)
        {
            Count++;
            foreach (var (_, reached) in _waiting.Where(each => Count >= each.Count))
            {
                reached.TrySetResult();
            }

            _waiting.RemoveAll(each => Count >= each.Count);
        }
    }

    /// <summary>Completes after so many more answers.</summary>
    public Task MoreAsync(int count)
    {
        lock (_gate)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((Count + count, reached));
            return reached.Task;
        }
    }
}
