using System.Collections.Concurrent;
using TemporalVideo.DevServer.Executions.Outbox;
using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Tests.Executions;

public sealed class OutboxDeliveryTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<long> _delivered = new();
    private readonly ConcurrentQueue<bool> _failures = new();
    private readonly SemaphoreSlim _news = new(0);

    /// <summary>What a workflow signals to another arrives in the order in which it was sent, whatever fails on the way.</summary>
    [Fact]
    public async Task Deliver_FirstItemFailsTwice_TheSecondStillComesAfterIt()
    {
        var failing = 2;
        var delivery = Delivery(id => id == 1 && failing-- > 0 ? new InvalidOperationException("not yet") : null);

        delivery.Deliver([(1, ItemFor("b")), (2, ItemFor("b"))], Task.CompletedTask);

        await UntilDeliveredAsync(2);
        _delivered.Should().Equal(1, 2);
    }

    [Fact]
    public async Task Deliver_LaterTransactionIsDurableFirst_OrderIsTheOneOfTheCalls()
    {
        var (first, delivery) = (new TaskCompletionSource(), Delivery(_ => null));

        delivery.Deliver([(1, ItemFor("b"))], first.Task);
        delivery.Deliver([(2, ItemFor("b"))], Task.CompletedTask);
        delivery.Deliver([(3, ItemFor("c"))], Task.CompletedTask);
        await UntilDeliveredAsync(1);
        first.SetResult();
        await UntilDeliveredAsync(2);

        _delivered.Should().Equal(3, 1, 2);
    }

    [Fact]
    public async Task Deliver_ItemThatFailsForEver_IsSetAsideAndTheNextGoesOn()
    {
        var delivery = Delivery(id => id == 1 ? new InvalidOperationException("never") : null);

        delivery.Deliver([(1, ItemFor("b")), (2, ItemFor("b"))], Task.CompletedTask);

        await UntilDeliveredAsync(1);
        _delivered.Should().Equal(2);
        _failures.Should().HaveCount(OutboxDelivery.MostAttempts).And.EndWith(true);
    }

    /// <summary>A full disk has room again some day.</summary>
    [Fact]
    public async Task Deliver_DiskFails_IsTriedUntilItWorks()
    {
        var failing = 3 * OutboxDelivery.MostAttempts;
        var delivery = Delivery(_ => failing-- > 0 ? new IOException("No space left on device") : null);

        delivery.Deliver([(1, ItemFor("b"))], Task.CompletedTask);

        await UntilDeliveredAsync(1);
        _failures.Should().HaveCount(3 * OutboxDelivery.MostAttempts).And.NotContain(true);
    }

    [Fact]
    public async Task Deliver_ItemThatDidNotReachTheDisk_IsNotDelivered()
    {
        var delivery = Delivery(_ => null);

        delivery.Deliver([(1, ItemFor("b"))], Task.FromException(new IOException("No space left on device")));
        delivery.Deliver([(2, ItemFor("b"))], Task.CompletedTask);

        await UntilDeliveredAsync(1);
        _delivered.Should().Equal(2);
    }

    private static OutboxItem ItemFor(string workflowId) => new()
    {
        SourceNamespaceId = "n",
        SourceWorkflowId = "a",
        CloseChild = new OutboxItem.Types.CloseChild { NamespaceId = "n", WorkflowId = workflowId },
    };

    private OutboxDelivery Delivery(Func<long, Exception?> failureOf) => new(
        (id, _) =>
        {
            if (failureOf(id) is { } failure)
            {
                return Task.FromException(failure);
            }

            _delivered.Enqueue(id);
            _news.Release();
            return Task.CompletedTask;
        },
        () => new MemoryStream(),
        (_, _, last) => _failures.Enqueue(last),
        TimeSpan.FromMilliseconds(1));

    private async Task UntilDeliveredAsync(int items)
    {
        for (var item = 0; item < items; item++)
        {
            (await _news.WaitAsync(Limit)).Should().BeTrue("item {0} was to be delivered", item + 1);
        }
    }
}
