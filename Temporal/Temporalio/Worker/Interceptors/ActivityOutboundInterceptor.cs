namespace Temporalio.Worker.Interceptors;

/// <summary>Stands between an activity and what it asks for. Each method calls the next one unless it is overridden.</summary>
public abstract class ActivityOutboundInterceptor
{
    private readonly ActivityOutboundInterceptor? _next;

    /// <summary>Makes an interceptor in front of another.</summary>
    /// <param name="next">The next one.</param>
    protected ActivityOutboundInterceptor(ActivityOutboundInterceptor next) => _next = next;

    private protected ActivityOutboundInterceptor()
    {
    }

    /// <summary>The next interceptor.</summary>
    /// <exception cref="InvalidOperationException">This is the last one.</exception>
    protected ActivityOutboundInterceptor Next => _next ?? throw new InvalidOperationException("There is no interceptor behind this one");

    /// <summary>Records a heartbeat.</summary>
    /// <param name="input">The heartbeat.</param>
    public virtual void Heartbeat(HeartbeatInput input) => Next.Heartbeat(input);
}
