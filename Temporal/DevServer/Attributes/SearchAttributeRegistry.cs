using Temporalio.Api.Common.V1;

namespace TemporalVideo.DevServer.Attributes;

/// <summary>The search attributes of each namespace and their types.</summary>
internal sealed class SearchAttributeRegistry
{
    /// <summary>Checks names and values, and adds each value's <c>type</c> metadata.</summary>
    /// <param name="namespaceName">The namespace that defines the attributes.</param>
    /// <param name="given">Attributes from a client or worker; null means none.</param>
    /// <exception cref="Grpc.GrpcException">InvalidArgument: a name is unknown or a value does not fit its type.</exception>
    public SearchAttributes Normalize(string namespaceName, SearchAttributes? given) => throw new NotImplementedException();
}
