using Temporalio.Exceptions;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>The details of a step's failure: what was paid for it all the same, in US dollars, and the call that it lost.</summary>
public static class PaidDetail
{
    /// <summary>The details of a failure.</summary>
    /// <param name="paid">What was paid.</param>
    /// <param name="lostCall">The name at its provider of a call that may have been paid; null when there is none.</param>
    /// <returns>Null where nothing was paid or lost.</returns>
    public static IReadOnlyCollection<object?>? Of(decimal paid, string? lostCall = null) =>
        lostCall is not null ? [paid, lostCall] : paid > 0 ? [paid] : null;

    /// <summary>What was paid for the step of a failure; 0 where nothing was, and in failures of earlier releases.</summary>
    /// <param name="failure">The failure as a workflow sees it.</param>
    public static decimal In(ActivityFailureException failure) =>
        failure.InnerException is ApplicationFailureException { ErrorType: not FailureTypes.WorkerStopped, Details.Count: > 0 } cause
            ? cause.Details.ElementAt<decimal>(0) : 0;

    /// <summary>The call that may have been paid; null where none was lost, and in failures of earlier releases.</summary>
    /// <param name="failure">The failure as a workflow sees it.</param>
    public static string? LostCallIn(ActivityFailureException failure) =>
        failure.InnerException is ApplicationFailureException { ErrorType: FailureTypes.PaymentUnclear, Details.Count: > 1 } cause
            ? cause.Details.ElementAt<string>(1) : null;
}
