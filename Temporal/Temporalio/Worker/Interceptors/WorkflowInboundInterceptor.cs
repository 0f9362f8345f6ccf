namespace Temporalio.Worker.Interceptors;

/// <summary>Stands between the worker and a workflow. Each method calls the next one unless it is overridden.</summary>
public abstract class WorkflowInboundInterceptor
{
    private readonly WorkflowInboundInterceptor? _next;

    /// <summary>Makes an interceptor in front of another.</summary>
    /// <param name="next">The next one.</param>
    protected WorkflowInboundInterceptor(WorkflowInboundInterceptor next) => _next = next;

    private protected WorkflowInboundInterceptor()
    {
    }

    /// <summary>The next interceptor.</summary>
    /// <exception cref="InvalidOperationException">This is the last one.</exception>
    protected WorkflowInboundInterceptor Next => _next ?? throw new InvalidOperationException("There is no interceptor behind this one");

    /// <summary>Gives the outbound interceptor, before anything else.</summary>
    /// <param name="outbound">Outbound interceptor so far.</param>
    public virtual void Init(WorkflowOutboundInterceptor outbound) => Next.Init(outbound);

    /// <summary>Runs the workflow.</summary>
    /// <param name="input">What is called.</param>
    /// <returns>Its result.</returns>
    public virtual Task<object?> ExecuteWorkflowAsync(ExecuteWorkflowInput input) => Next.ExecuteWorkflowAsync(input);

    /// <summary>Handles a signal.</summary>
    /// <param name="input">What is called.</param>
    /// <returns>Completes with the handler.</returns>
    public virtual Task HandleSignalAsync(HandleSignalInput input) => Next.HandleSignalAsync(input);

    /// <summary>Answers a query.</summary>
    /// <param name="input">What is called.</param>
    /// <returns>Its result.</returns>
    public virtual object? HandleQuery(HandleQueryInput input) => Next.HandleQuery(input);

    /// <summary>Validates an update.</summary>
    /// <param name="input">What is called.</param>
    public virtual void ValidateUpdate(HandleUpdateInput input) => Next.ValidateUpdate(input);

    /// <summary>Handles an update.</summary>
    /// <param name="input">What is called.</param>
    /// <returns>Its result.</returns>
    public virtual Task<object?> HandleUpdateAsync(HandleUpdateInput input) => Next.HandleUpdateAsync(input);
}
