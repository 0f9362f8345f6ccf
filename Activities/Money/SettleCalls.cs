using Temporalio.Activities;
using Temporalio.Exceptions;
using TemporalVideo.Storage.Records.Money;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Money;

/// <summary>Writes a person's word on lost calls into the book.</summary>
internal sealed class SettleCalls(IMoneyBook book) : ISettleCalls
{
    [Activity]
    public async Task SettleCallsAsync(SettleTask task)
    {
        var word = await book.ReopenAsync(
            task.Session,
            task.Paid,
            ActivityExecutionContext.Current.CancellationToken,
            lost => task.Steps.Any(step => Concerns(step, lost)));
        if (word.HeldUntil is { } until)
        {
            throw new ApplicationFailureException(HeldCalls.Explain(until), errorType: FailureTypes.PaymentUnclear, nonRetryable: true);
        }
    }

    /// <summary>Failures of earlier releases do not name their call: the word is then about all of the step.</summary>
    private static bool Concerns(PaidStep step, LostCall lost) => step.Call is { } call
        ? call == lost.Name
        : step.Agent.ToString() == lost.Agent && step.SegmentId == PayingStep.SegmentOf(lost.Step);
}
