using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Histories;
using TemporalVideo.DevServer.Storage;
using static TemporalVideo.DevServer.Executions.State.WorkflowTaskState.Types;

namespace TemporalVideo.DevServer.Executions;

/// <summary>Reads a run from the database.</summary>
internal static class RunLoader
{
    public static WorkflowRun Load(Database database, long runKey, RunState state)
    {
        if (state.WorkflowTask is { Kind: Kind.Speculative })
        {
            state.WorkflowTask = null;
        }

        var run = new WorkflowRun(runKey, state, new RunHistory(database, runKey, state.NextEventId), isNew: false);
        foreach (var (kind, key, value) in database.Read(connection => RunStore.ReadParts(connection, runKey)))
        {
            run.LoadPart(kind, key, value);
        }

        foreach (var update in run.Updates.Values)
        {
            if (update.AdmittedRequest is not null && update.AcceptedEventId == 0)
            {
                run.PendingUpdates.Add(new Updates.PendingUpdate(update.UpdateId, update.AdmittedRequest));
            }
        }

        return run;
    }
}
