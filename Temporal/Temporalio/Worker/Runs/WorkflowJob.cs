using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Update.V1;

namespace Temporalio.Worker.Runs;

/// <summary>One thing that an activation tells the workflow.</summary>
internal abstract record WorkflowJob
{
    /// <summary>The run begins.</summary>
    public sealed record Initialize(HistoryEvent Started) : WorkflowJob;

    /// <summary>History shows that the code had this patch.</summary>
    public sealed record PatchKnown(string Id) : WorkflowJob;

    /// <summary>Random values come from another seed: the run was reset.</summary>
    public sealed record NewRandomSeed(string RunId) : WorkflowJob;

    /// <summary>A signal has come.</summary>
    public sealed record Signal(WorkflowExecutionSignaledEventAttributes Attributes) : WorkflowJob;

    /// <summary>An update has come.</summary>
    /// <param name="ProtocolId">Names the exchange in messages.</param>
    /// <param name="Request">What is asked.</param>
    /// <param name="Validate">Whether it can still be refused.</param>
    public sealed record Update(string ProtocolId, Request Request, bool Validate) : WorkflowJob;

    /// <summary>Somebody wants the run to end.</summary>
    public sealed record CancelRequested(string Reason) : WorkflowJob;

    /// <summary>A timer has fired.</summary>
    public sealed record TimerFired(uint Seq) : WorkflowJob;

    /// <summary>An activity has ended; without failure it succeeded.</summary>
    public sealed record ActivityResolved(uint Seq, Payloads? Result, Failure? Failure) : WorkflowJob;

    /// <summary>A local activity is to be tried again after a timer.</summary>
    public sealed record LocalActivityBackoff(uint Seq, int Attempt, TimeSpan Backoff, DateTime FirstScheduled) : WorkflowJob;

    /// <summary>A child has started, was cancelled before it was (<paramref name="Failure"/>), or could not start (<paramref name="Cause"/>).</summary>
    public sealed record ChildStarted(uint Seq, string? RunId, Failure? Failure, StartChildWorkflowExecutionFailedCause Cause) : WorkflowJob;

    /// <summary>A child has ended; without failure it succeeded.</summary>
    public sealed record ChildResolved(uint Seq, Payloads? Result, Failure? Failure) : WorkflowJob;

    /// <summary>A signal to another workflow has arrived or not.</summary>
    public sealed record SignalExternalResolved(uint Seq, Failure? Failure) : WorkflowJob;

    /// <summary>A cancel request to another workflow has arrived or not.</summary>
    public sealed record CancelExternalResolved(uint Seq, Failure? Failure) : WorkflowJob;
}
