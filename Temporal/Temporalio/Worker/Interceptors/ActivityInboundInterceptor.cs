namespace Temporalio.Worker.Interceptors;

/// <summary>Stands between the worker and an activity. Each method calls the next one unless it is overridden.</summary>
public abstract class ActivityInboundInterceptor
{
    private readonly ActivityInboundInterceptor? _next;

    /// <summary>Makes an interceptor in front of another.</summary>
    /// <param name="next">The next one.</param>
    protected ActivityInboundInterceptor(ActivityInboundInterceptor next) => _next = next;

    private protected ActivityInboundInterceptor()
    {
    }

    /// <summary>The next interceptor.</summary>
    /// <exception cref="InvalidOperationException">This is the last one.</exception>
    protected ActivityInboundInterceptor Next => _next ?? throw new InvalidOperationException("There is no interceptor behind this one");

    /// <summary>Gives the outbound interceptor, before anything else.</summary>
    /// <param name="outbound">Outbound interceptor so far.</param>
    public virtual void Init(ActivityOutboundInterceptor outbound) => Next.Init(outbound);

    /// <summary>Runs the activity.</summary>
    /// <param name="input">What is called.</param>
    /// <returns>Its result.</returns>
    public virtual Task<object?> ExecuteActivityAsync(ExecuteActivityInput input) => Next.ExecuteActivityAsync(input);
}
