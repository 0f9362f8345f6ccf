using TemporalVideo.DevServer.Namespaces;

namespace TemporalVideo.DevServer.Executions.Closing;

/// <summary>Deletes closed runs once they are older than their namespace keeps them.</summary>
internal static class Retention
{
    /// <summary>Deletes what is too old now.</summary>
    /// <returns>How many runs were deleted.</returns>
    public static async Task<int> SweepAsync(ExecutionEngine engine, IEnumerable<NamespaceRecord> namespaces, DateTimeOffset now)
    {
        var deleted = 0;
        foreach (var ns in namespaces)
        {
            var before = (now - ns.Retention).UtcTicks;
            while (engine.Database.Read(connection => RunStore.ReadClosedBefore(connection, ns.Id, before)) is { Count: > 0 } old)
            {
                foreach (var (workflowId, runId) in old)
                {
                    await engine.ChangeAsync(new WorkflowKey(ns.Id, workflowId), transaction =>
                    {
                        if (transaction.Find(runId) is { IsOpen: false } run)
                        {
                            transaction.Delete(run);
                        }

                        return true;
                    }).ConfigureAwait(false);
                    deleted++;
                }
            }
        }

        return deleted;
    }
}
