using System.Globalization;
using System.Text;
using Temporalio.Activities;
using TemporalVideo.Activities.Storage;
using TemporalVideo.Workflows.Contracts.Steps;

namespace TemporalVideo.Activities.Agents.Session;

/// <summary>Reads the session's row and notes when the work began.</summary>
internal sealed class OpenSession(SessionGate gate, IObjectStore store, TimeProvider time) : IOpenSession
{
    [Activity]
    public async Task OpenSessionAsync(AgentTask task)
    {
        var cancellationToken = ActivityExecutionContext.Current.CancellationToken;
        await gate.RequireAsync(task.Session, cancellationToken);
        var key = new SessionLayout(task.Session).Timestamp;
        if (await store.FindAsync(key, cancellationToken) is null)
        {
            var now = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            await store.PutAsync(key, Encoding.ASCII.GetBytes(now), null, cancellationToken);
        }
    }
}
