using System.Globalization;
using System.Text;
using Temporalio.Activities;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Storage.Records;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Session;

/// <summary>Makes or reads the session's row and notes when the work began.</summary>
internal sealed class OpenSession(SessionGate gate, IVideoSessions sessions, IObjectStore store, TimeProvider time) : IOpenSession
{
    [Activity]
    public async Task OpenSessionAsync(OpenTask task)
    {
        var cancellationToken = ActivityExecutionContext.Current.CancellationToken;
        if (task.Topic is { } topic)
        {
            await sessions.OpenAsync(task.Session, topic, cancellationToken);
        }

        await gate.RequireAsync(task.Session, cancellationToken);
        var key = new SessionLayout(task.Session).Timestamp;
        if (await store.FindAsync(key, cancellationToken) is null)
        {
            var now = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            await store.PutAsync(key, Encoding.ASCII.GetBytes(now), null, cancellationToken);
        }
    }
}
