using Temporalio.Activities;
using TemporalVideo.Storage.Records.Money;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Money;

/// <summary>Writes a person's word on lost calls into the book.</summary>
internal sealed class SettleCalls(IMoneyBook book) : ISettleCalls
{
    [Activity]
    public Task SettleCallsAsync(SettleTask task) => book.ReopenAsync(
        task.Session,
        task.Paid,
        ActivityExecutionContext.Current.CancellationToken,
        (agent, step) => task.Steps.Any(paid => paid.Agent.ToString() == agent && PayingStep.SegmentOf(step) == paid.SegmentId));
}
