using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions.Outbox;

/// <summary>
/// Carries work from one workflow to another. Every step can be repeated without a second effect, and an item stays in the outbox
/// until its answer is written, so a crash in between only means that it is delivered again.
/// </summary>
internal sealed class OutboxDelivery(ExecutionEngine engine)
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    /// <summary>Starts the delivery; items reach a target in the order given.</summary>
    public void Deliver(IEnumerable<(long Id, OutboxItem Item)> items)
    {
        foreach (var (id, item) in items)
        {
            _ = DeliverAsync(id, item);
        }
    }

    private async Task DeliverAsync(long id, OutboxItem item)
    {
        using var hold = engine.Clock.Hold("work between workflows");
        while (true)
        {
            try
            {
                await (item.WorkCase switch
                {
                    OutboxItem.WorkOneofCase.StartChild => ChildStart.DeliverAsync(engine, id, item),
                    OutboxItem.WorkOneofCase.Signal => ExternalSignal.DeliverAsync(engine, id, item),
                    OutboxItem.WorkOneofCase.Cancel => ExternalCancel.DeliverAsync(engine, id, item),
                    OutboxItem.WorkOneofCase.ChildClosed => ChildReport.DeliverAsync(engine, id, item),
                    OutboxItem.WorkOneofCase.CloseChild => ParentClose.DeliverAsync(engine, id, item),
                    _ => Task.CompletedTask,
                }).ConfigureAwait(false);
                return;
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (Exception e)
            {
                engine.LogDeliveryFailed(item.WorkCase.ToString(), e);
            }

            await Task.Delay(RetryDelay).ConfigureAwait(false);
        }
    }
}
