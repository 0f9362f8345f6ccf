namespace TemporalVideo.DevServer.Executions;

/// <summary>What a restart needs to know of an open run before loading it.</summary>
/// <param name="Key">Its workflow.</param>
/// <param name="RunId">The run.</param>
/// <param name="IsBusy">It has tasks, activities or other work under way; otherwise it only waits for <paramref name="NextDue"/>.</param>
/// <param name="NextDue">When the next of its timers is due, in ticks; 0 for never.</param>
internal sealed record OpenRun(WorkflowKey Key, string RunId, bool IsBusy, long NextDue);
