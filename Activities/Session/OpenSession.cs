using System.Globalization;
using System.Text;
using Temporalio.Activities;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Storage.Records;
using TemporalVideo.Storage.Records.Money;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Session;

/// <summary>Makes or reads the session's row, notes when the work began, and keeps what the video is to be about.</summary>
internal sealed class OpenSession(
    SessionGate gate, IVideoSessions sessions, GenerationRow row, IMoneyBook money, IObjectStore store, TimeProvider time) : IOpenSession
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
        await money.LimitAsync(task.Session, task.CostLimit is { } limit ? MicroDollars.OfLimit(limit) : null, cancellationToken);
        if (task.Generation is { } order)
        {
            await row.BeginAsync(task.Session, order, cancellationToken);
        }

        var layout = new SessionLayout(task.Session);
        if (await store.FindAsync(layout.Timestamp, cancellationToken) is null)
        {
            var now = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            await store.PutAsync(layout.Timestamp, Encoding.ASCII.GetBytes(now), ObjectTags.None, cancellationToken);
        }

        if (task.Source is { } source)
        {
            await KeepAsync(layout.Source, Encoding.UTF8.GetBytes(source), cancellationToken);
        }
    }

    private async Task KeepAsync(string key, byte[] content, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(key, cancellationToken) is null
            || !(await store.ReadAsync(key, cancellationToken)).Bytes.Span.SequenceEqual(content))
        {
            await store.PutAsync(key, content, ObjectTags.None, cancellationToken);
        }
    }
}
