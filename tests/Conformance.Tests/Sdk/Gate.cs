namespace TemporalVideo.Conformance.Tests.Sdk;

/// <summary>
/// Holds workflow code, and with it the running workflow task, until a test opens it. Needs a worker in debug mode.
/// It completes no task, because the worker would take that for work that leaves the workflow.
/// </summary>
internal sealed class Gate
{
    private readonly ManualResetEventSlim _open = new();
    private volatile bool _reached;

    /// <summary>Completes when workflow code has come to the gate: its task is started on the server.</summary>
    public Task UntilReachedAsync() => TestWorker.UntilAsync(() => Task.FromResult(_reached));

    public void Open() => _open.Set();

    /// <summary>Blocks until opened.</summary>
    public void Pass()
    {
        _reached = true;
        _open.Wait(TimeSpan.FromSeconds(60));
    }
}
