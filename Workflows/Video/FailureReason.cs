using Temporalio.Exceptions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>What a failure is called and says, for status messages.</summary>
/// <param name="Type">One of <see cref="FailureTypes"/>.</param>
/// <param name="Text">What went wrong, where, and what to do.</param>
internal sealed record FailureReason(string Type, string Text)
{
    /// <summary>Reads a failure as the workflow sees it: an activity's failure is told by its cause.</summary>
    public static FailureReason Of(Exception failure) => failure switch
    {
        ActivityFailureException { InnerException: { } cause } step => OfStep(step.ActivityType, cause),
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
