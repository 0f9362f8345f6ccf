namespace Temporalio.Client.Interceptors;

/// <summary>Intercepts calls of a client; each method calls the next interceptor unless overridden.</summary>
public abstract partial class ClientOutboundInterceptor
{
    private readonly ClientOutboundInterceptor? _next;

    /// <summary>Makes an interceptor before another.</summary>
    protected ClientOutboundInterceptor(ClientOutboundInterceptor next) => _next = next;

    private protected ClientOutboundInterceptor()
    {
    }

    /// <summary>The next interceptor.</summary>
    protected internal ClientOutboundInterceptor Next =>
        _next ?? throw new InvalidOperationException($"{GetType().Name} is the last interceptor, it has no next one.");
}
