using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Converters;

namespace Temporalio.Exceptions;

/// <summary>A timeout, as the cause of an activity, child workflow or workflow failure.</summary>
public class TimeoutFailureException : FailureException
{
    /// <summary>Makes the exception of a received failure.</summary>
    protected internal TimeoutFailureException(Failure failure, Exception? inner, IPayloadConverter converter)
        : base(failure, inner)
    {
        var info = failure.TimeoutFailureInfo ?? throw new ArgumentException("The failure has no timeout failure info.");
        LastHeartbeatDetails = new InboundFailureDetails(converter, info.LastHeartbeatDetails?.Payloads_);
    }

    /// <summary>The failure it was made from.</summary>
    public new Failure Failure => base.Failure!;

    /// <summary>Which timeout it was.</summary>
    public TimeoutType TimeoutType => Failure.TimeoutFailureInfo.TimeoutType;

    /// <summary>Details of the activity's last heartbeat.</summary>
    public InboundFailureDetails LastHeartbeatDetails { get; protected init; }
}
