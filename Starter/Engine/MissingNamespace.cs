using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Exceptions;

namespace TemporalVideo.Starter.Engine;

/// <summary>What to do when the server has no namespace of the configured name.</summary>
internal static class MissingNamespace
{
    /// <summary>The server's words and what to do; null when the failure is another.</summary>
    public static string? Of(RpcException failure)
    {
        var detail = failure.GrpcStatus.Value?.Details.FirstOrDefault(one => one.Is(NamespaceNotFoundFailure.Descriptor));
        return detail is null ? null
            : $"{failure.Message.TrimEnd('.')}. Make it once (temporal operator namespace create --namespace "
                + $"{detail.Unpack<NamespaceNotFoundFailure>().Namespace}), or name another: --namespace, TEMPORAL_NAMESPACE, or "
                + "namespace in temporal-dev.yaml.";
    }
}
