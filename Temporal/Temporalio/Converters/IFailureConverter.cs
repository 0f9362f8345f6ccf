using Temporalio.Api.Failure.V1;

namespace Temporalio.Converters;

/// <summary>Converts exceptions to failures and back. It runs inside of workflows too, so it must be deterministic and do no I/O.</summary>
public interface IFailureConverter
{
    /// <summary>Converts an exception, its details by the payload converter.</summary>
    Failure ToFailure(Exception exception, IPayloadConverter payloadConverter);

    /// <summary>Converts a failure; details are converted when they are asked for.</summary>
    Exception ToException(Failure failure, IPayloadConverter payloadConverter);
}
