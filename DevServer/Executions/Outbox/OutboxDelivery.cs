using Microsoft.Data.Sqlite;
using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions.Outbox;

/// <summary>
/// Carries work from one workflow to another. Every step can be repeated without a second effect, and an item stays in the outbox
/// until its answer is written, so a crash in between only means that it is delivered again. What one workflow asks of another is
/// delivered in the order in which it was asked, also when the first item has to be tried again. An item that fails for another reason
/// than the disk is set aside after some attempts: it would fail for ever and hold up what comes behind it. It stays in the outbox and
/// is tried anew at the next start.
/// </summary>
/// <param name="deliver">Delivers an item, once more if need be.</param>
/// <param name="hold">Keeps skipped time from running while an item is under way.</param>
/// <param name="log">Is told of each failure, and whether it was the last attempt.</param>
/// <param name="retryDelay">The pause between two attempts.</param>
internal sealed class OutboxDelivery(
    Func<long, OutboxItem, Task> deliver, Func<IDisposable> hold, Action<OutboxItem, Exception, bool> log, TimeSpan retryDelay)
{
    /// <summary>How often an item is tried that fails for another reason than the disk.</summary>
    public const int MostAttempts = 10;

    private readonly Dictionary<(string From, string To), Route> _routes = [];

    /// <summary>Starts the delivery. Items of one workflow have to be given in their order; its lock is held meanwhile.</summary>
    /// <param name="items">The items.</param>
    /// <param name="durable">Completes when the items are on disk; nothing is delivered when they do not get there.</param>
    public void Deliver(IEnumerable<(long Id, OutboxItem Item)> items, Task durable)
    {
        foreach (var (id, item) in items)
        {
            lock (_routes)
            {
                var name = (From: $"{item.SourceNamespaceId}/{item.SourceWorkflowId}", To: OutboxItems.TargetOf(item));
                if (!_routes.TryGetValue(name, out var route))
                {
                    _routes[name] = route = new Route();
                }

                route.Waiting++;
                route.Last = DeliverAsync(id, item, name, route.Last, durable);
            }
        }
    }

    private async Task DeliverAsync(long id, OutboxItem item, (string From, string To) name, Task earlier, Task durable)
    {
        using var held = hold();

        // The caller holds the lock of the list, and of the workflow.
        await Task.Yield();
        await earlier.ConfigureAwait(false);
        await durable.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (durable.IsCompletedSuccessfully)
        {
            await TryAsync(id, item).ConfigureAwait(false);
        }

        Leave(name);
    }

    private async Task TryAsync(long id, OutboxItem item)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await deliver(id, item).ConfigureAwait(false);
                return;
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (Exception failure)
            {
                var last = attempt >= MostAttempts && failure is not (IOException or SqliteException);
                log(item, failure, last);
                if (last)
                {
                    return;
                }
            }

            await Task.Delay(retryDelay).ConfigureAwait(false);
        }
    }

    private void Leave((string From, string To) name)
    {
        lock (_routes)
        {
            if (--_routes[name].Waiting == 0)
            {
                _routes.Remove(name);
            }
        }
    }

    /// <summary>From one workflow to another.</summary>
    private sealed class Route
    {
        public Task Last { get; set; } = Task.CompletedTask;

        public int Waiting { get; set; }
    }
}
