using Temporalio.Api.Failure.V1;

namespace Temporalio.Exceptions;

/// <summary>The failure of a Nexus operation; why is the inner exception.</summary>
public class NexusOperationFailureException : FailureException
{
    /// <summary>Makes the exception of a received failure.</summary>
    protected internal NexusOperationFailureException(Failure failure, Exception? inner)
        : base(failure, inner)
    {
        if (failure.NexusOperationExecutionFailureInfo == null)
        {
            throw new ArgumentException("The failure has no Nexus operation failure info.");
        }
    }

    /// <summary>The failure it was made from.</summary>
    public new Failure Failure => base.Failure!;

    /// <summary>Name of the endpoint.</summary>
    public string Endpoint => Failure.NexusOperationExecutionFailureInfo.Endpoint;

    /// <summary>Name of the service.</summary>
    public string Service => Failure.NexusOperationExecutionFailureInfo.Service;

    /// <summary>Name of the operation.</summary>
    public string Operation => Failure.NexusOperationExecutionFailureInfo.Operation;

    /// <summary>Token of the operation; empty if it failed at once.</summary>
    public string OperationToken => Failure.NexusOperationExecutionFailureInfo.OperationToken;
}
