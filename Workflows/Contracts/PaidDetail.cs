using Temporalio.Exceptions;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>What providers were paid for a step that failed all the same, in US dollars: the only detail of its failure.</summary>
public static class PaidDetail
{
    /// <summary>The details of a failure.</summary>
    /// <param name="paid">What was paid.</param>
    /// <returns>Null where nothing was.</returns>
    public static IReadOnlyCollection<object?>? Of(decimal paid) => paid > 0 ? [paid] : null;

    /// <summary>What was paid for the step of a failure; 0 where nothing was, and in failures of earlier releases.</summary>
    /// <param name="failure">The failure as a workflow sees it.</param>
    public static decimal In(ActivityFailureException failure) =>
        failure.InnerException is ApplicationFailureException { ErrorType: not FailureTypes.WorkerStopped, Details.Count: > 0 } cause
            ? cause.Details.ElementAt<decimal>(0) : 0;
}
