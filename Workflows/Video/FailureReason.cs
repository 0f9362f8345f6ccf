using Temporalio.Exceptions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>What a failure is called and says, for status messages.</summary>
/// <param name="Type">One of <see cref="FailureTypes"/>.</param>
/// <param name="Text">What went wrong, where, and what to do.</param>
internal sealed record FailureReason(string Type, string Text)
{
    /// <summary>The name at its provider of the call that may have been paid; null when there is none.</summary>
    public string? LostCall { get; private init; }

    /// <summary>Whether Agent6 may succeed where this has kept Agent5 from it.</summary>
    public bool Agent6Helps =>
        Type is not (FailureTypes.CostLimit or FailureTypes.PaymentUnclear or FailureTypes.SessionNotFound);

    /// <summary>Whether it is a service that failed, or that may not be paid: this machine may do the work.</summary>
    public bool IsOfService => Type is FailureTypes.ProviderRefused or FailureTypes.ProviderFailed or FailureTypes.ProviderUnclear
        or FailureTypes.ServiceBusy or FailureTypes.PaymentUnclear or FailureTypes.CostLimit or FailureTypes.Timeout;

    /// <summary>The failure of an update whose activity failed: any but an application failure would fail the workflow task.</summary>
    public static ApplicationFailureException OfUpdate(ActivityFailureException failure)
    {
        var reason = Of(failure);
        return new ApplicationFailureException(reason.Text, failure, reason.Type, nonRetryable: true);
    }

    /// <summary>Reads a failure as the workflow sees it: an activity's failure is told by its cause.</summary>
    public static FailureReason Of(Exception failure) => failure switch
    {
        ActivityFailureException { InnerException: { } cause } step =>
            OfStep(step.ActivityType, cause) with { LostCall = PaidDetail.LostCallIn(step) },
        ApplicationFailureException application => new(application.ErrorType ?? FailureTypes.Unexpected, application.Message),
        _ when TemporalException.IsCanceledException(failure) => new(FailureTypes.Cancelled, "It was stopped before it was done."),
        _ => new(FailureTypes.Unexpected, failure.Message),
    };

    private static FailureReason OfStep(string step, Exception cause) => cause switch
    {
        TimeoutFailureException timeout => new(
            FailureTypes.Timeout, $"{step} took longer than its limit ({timeout.TimeoutType}; the limits are in config/pipelines)."),
        CanceledFailureException => new(FailureTypes.Cancelled, $"{step} was stopped before it was done."),
        ApplicationFailureException application => new(application.ErrorType ?? FailureTypes.Unexpected, $"{step}: {application.Message}"),
        _ => new(FailureTypes.Unexpected, $"{step}: {cause.Message}"),
    };
}
