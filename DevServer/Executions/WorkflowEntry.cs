namespace TemporalVideo.DevServer.Executions;

/// <summary>A workflow id in memory: the lock that orders every change of its runs, and the runs that are loaded.</summary>
internal sealed class WorkflowEntry(WorkflowKey key, string? currentRunId)
{
    public WorkflowKey Key { get; } = key;

    /// <summary>Held by whoever reads or changes anything below; never across an await.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The latest run; null when the workflow is unknown.</summary>
    public string? CurrentRunId { get; set; } = currentRunId;

    public Dictionary<string, WorkflowRun> Runs { get; } = [];

    /// <summary>Runs that were deleted since this came to memory: the database may not know it yet.</summary>
    public HashSet<string> DeletedRuns { get; } = [];

    /// <summary>Completes when every change so far is on disk: answers wait for it.</summary>
    public Task LastCommit { get; set; } = Task.CompletedTask;

    /// <summary>A change could not be written, so no later one may be. Set on the writer thread.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Dropped from memory: whoever holds it must look the key up again.</summary>
    public bool IsRetired { get; set; }

    /// <summary>Nothing here that the database does not know, and nobody is waiting.</summary>
    public bool CanRetire => LastCommit.IsCompletedSuccessfully && Runs.Values.All(run => run.CanUnload);
}
