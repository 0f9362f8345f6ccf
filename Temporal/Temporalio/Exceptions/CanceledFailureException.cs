using Temporalio.Api.Failure.V1;
using Temporalio.Converters;

namespace Temporalio.Exceptions;

/// <summary>A cancellation, as the cause of an activity, child workflow or workflow failure.</summary>
public class CanceledFailureException : FailureException
{
    /// <summary>Makes a cancellation.</summary>
    /// <param name="message">What was canceled.</param>
    /// <param name="inner">The cause, if any.</param>
    /// <param name="details">Values to send with it.</param>
    public CanceledFailureException(string message, Exception? inner = null, IReadOnlyCollection<object?>? details = null)
        : base(message, inner) => Details = new OutboundFailureDetails(details ?? []);

    /// <summary>Makes the exception of a received failure.</summary>
    protected internal CanceledFailureException(Failure failure, Exception? inner, IPayloadConverter converter)
        : base(failure, inner)
    {
        var info = failure.CanceledFailureInfo ?? throw new ArgumentException("The failure has no canceled failure info.");
        Details = new InboundFailureDetails(converter, info.Details?.Payloads_);
    }

    /// <summary>Values that came with it.</summary>
    public IFailureDetails Details { get; protected init; }
}
