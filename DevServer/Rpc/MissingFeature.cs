using Google.Protobuf;
using TemporalVideo.DevServer.Errors;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>Answers a method of a feature that the embedded server does without.</summary>
/// <param name="feature">What it is called.</param>
internal sealed class MissingFeature<TRequest, TResponse>(string feature) : RpcHandler<TRequest, TResponse>
    where TRequest : class, IMessage<TRequest>, new()
    where TResponse : class, IMessage<TResponse>, new()
{
    public override Task<TResponse> HandleAsync(TRequest request, ServiceCall call) => throw ServiceErrors.Unimplemented(
        $"{call.Method}: the embedded development server has no {feature}. "
        + "Use a real Temporal server for it, such as 'temporal server start-dev'.");
}
