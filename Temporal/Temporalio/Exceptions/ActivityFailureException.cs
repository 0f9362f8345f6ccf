using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;

namespace Temporalio.Exceptions;

/// <summary>The final failure of an activity, as its workflow sees it; why is the inner exception.</summary>
public class ActivityFailureException : FailureException
{
    /// <summary>Makes the exception of a received failure.</summary>
    protected internal ActivityFailureException(Failure failure, Exception? inner)
        : base(failure, inner)
    {
        if (failure.ActivityFailureInfo == null)
        {
            throw new ArgumentException("The failure has no activity failure info.");
        }
    }

    /// <summary>The failure it was made from.</summary>
    public new Failure Failure => base.Failure!;

    /// <summary>Name of the activity's type.</summary>
    public string ActivityType => Failure.ActivityFailureInfo.ActivityType?.Name ?? string.Empty;

    /// <summary>Id of the activity in its workflow.</summary>
    public string ActivityId => Failure.ActivityFailureInfo.ActivityId;

    /// <summary>Identity of the worker that ran it last.</summary>
    public string? Identity => Failure.ActivityFailureInfo.Identity is { Length: > 0 } identity ? identity : null;

    /// <summary>Why it was not retried.</summary>
    public RetryState RetryState => Failure.ActivityFailureInfo.RetryState;
}
