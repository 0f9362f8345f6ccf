using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TemporalVideo.DevServer.Storage;

namespace TemporalVideo.DevServer.Executions;

/// <summary>The workflows in memory: found or loaded when asked for, dropped when nothing of them is open or when there are too
/// many.</summary>
/// <param name="database">Where all of them are.</param>
/// <param name="logger">Hears of changes that could not be written.</param>
internal sealed partial class LoadedWorkflows(Database database, ILogger logger)
{
    private const int TrimAbove = 4096;

    private readonly ConcurrentDictionary<WorkflowKey, WorkflowEntry> _workflows = new();
    private int _trimming;

    /// <summary>The entry of a workflow, known or not.</summary>
    public WorkflowEntry Entry(WorkflowKey key) =>
        _workflows.TryGetValue(key, out var workflow)
            ? workflow
            : _workflows.GetOrAdd(
                key, static (key, database) =>
                    new WorkflowEntry(key, database.Read(connection => RunStore.ReadCurrentRunId(connection, key))), database);

    /// <summary>Finds a run in memory or in the database. Call under the workflow's lock.</summary>
    public WorkflowRun? Run(WorkflowEntry workflow, string runId)
    {
        if (workflow.Runs.TryGetValue(runId, out var run))
        {
            return run;
        }

        // A run that was just deleted is still on disk until that is written.
        if (workflow.DeletedRuns.Contains(runId)
            || database.Read(connection => RunStore.ReadRun(connection, workflow.Key, runId)) is not { } stored)
        {
            return null;
        }

        run = RunLoader.Load(database, stored.RunKey, stored.State);
        workflow.Runs.Add(runId, run);
        return run;
    }

    /// <summary>Drops a workflow from memory when nothing of it is open, or when there are too many.</summary>
    public void Retire(WorkflowEntry workflow)
    {
        lock (workflow.Gate)
        {
            if (!workflow.IsRetired && workflow.CanRetire && workflow.Runs.Values.All(run => !run.IsOpen))
            {
                Drop(workflow);
            }
            else if (workflow.LastCommit.IsCompletedSuccessfully)
            {
                foreach (var run in workflow.Runs.Values)
                {
                    run.History.Trim(run.State.PreviousStartedEventId);
                }
            }
        }

        if (_workflows.Count > TrimAbove && Interlocked.Exchange(ref _trimming, 1) == 0)
        {
            foreach (var idle in _workflows.Values)
            {
                lock (idle.Gate)
                {
                    if (!idle.IsRetired && idle.CanRetire)
                    {
                        Drop(idle);
                    }
                }
            }

            Volatile.Write(ref _trimming, 0);
        }
    }

    /// <summary>A write failed: memory is ahead of the disk, so the workflow is read again by whoever asks next.</summary>
    public void Forget(WorkflowEntry workflow)
    {
        lock (workflow.Gate)
        {
            if (!workflow.IsRetired)
            {
                LogWriteFailed(logger, workflow.Key.WorkflowId, workflow.LastCommit.Exception);
                foreach (var run in workflow.Runs.Values)
                {
                    RunAlarms.Release(run);
                }

                Drop(workflow);
            }
        }
    }

    /// <summary>Alarms live on: they find the run by its key.</summary>
    private void Drop(WorkflowEntry workflow)
    {
        workflow.IsRetired = true;
        _workflows.TryRemove(new KeyValuePair<WorkflowKey, WorkflowEntry>(workflow.Key, workflow));
    }

    [LoggerMessage(201, LogLevel.Error, "A change of workflow {WorkflowId} could not be written")]
    private static partial void LogWriteFailed(ILogger logger, string workflowId, Exception? exception);
}
