using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Exceptions;

namespace Temporalio.Converters;

/// <summary>Exceptions as failures.</summary>
internal static class FailureWriter
{
    /// <summary>What failures of this SDK name as their source.</summary>
    internal const string Source = "DotNetSDK";

    public static Failure Write(Exception exception, IPayloadConverter converter)
    {
        // Made from a failure: that failure goes on unchanged, with everything this SDK does not know of.
        if (exception is FailureException { Failure: { } received })
        {
            return received.Clone();
        }

        var failure = new Failure
        {
            Message = exception.Message,
            StackTrace = exception.StackTrace ?? string.Empty,
            Source = Source,
            Cause = exception.InnerException is { } inner ? Write(inner, converter) : null,
        };
        WriteInfo(failure, exception, converter);
        return failure;
    }

    private static void WriteInfo(Failure failure, Exception exception, IPayloadConverter converter)
    {
        switch (exception)
        {
            case ApplicationFailureException application:
                failure.ApplicationFailureInfo = new ApplicationFailureInfo
                {
                    Type = application.ErrorType ?? string.Empty,
                    NonRetryable = application.NonRetryable,
                    Details = Details(application.Details, converter),
                    NextRetryDelay = application.NextRetryDelay is { } delay ? Duration.FromTimeSpan(delay) : null,
                    Category = application.Category,
                };
                break;
            case CanceledFailureException canceled:
                failure.CanceledFailureInfo = new CanceledFailureInfo { Details = Details(canceled.Details, converter) };
                break;
            case TerminatedFailureException:
                failure.TerminatedFailureInfo = new TerminatedFailureInfo();
                break;
            default:
                failure.ApplicationFailureInfo = new ApplicationFailureInfo { Type = exception.GetType().Name };
                break;
        }
    }

    private static Payloads? Details(IFailureDetails details, IPayloadConverter converter) => details switch
    {
        { Count: 0 } => null,
        OutboundFailureDetails outbound => new Payloads { Payloads_ = { outbound.Details.Select(converter.ToPayload) } },
        InboundFailureDetails { Payloads: { } payloads } => new Payloads { Payloads_ = { payloads } },
        _ => throw new ArgumentException($"Details of type {details.GetType()} cannot be sent."),
    };
}
