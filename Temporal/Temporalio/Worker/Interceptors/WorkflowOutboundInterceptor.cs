using Temporalio.Workflows;

namespace Temporalio.Worker.Interceptors;

/// <summary>Stands between a workflow and what it asks for. Each method calls the next one unless it is overridden.</summary>
public abstract class WorkflowOutboundInterceptor
{
    private readonly WorkflowOutboundInterceptor? _next;

    /// <summary>Makes an interceptor in front of another.</summary>
    /// <param name="next">The next one.</param>
    protected WorkflowOutboundInterceptor(WorkflowOutboundInterceptor next) => _next = next;

    private protected WorkflowOutboundInterceptor()
    {
    }

    /// <summary>The next interceptor.</summary>
    /// <exception cref="InvalidOperationException">This is the last one.</exception>
    protected WorkflowOutboundInterceptor Next => _next ?? throw new InvalidOperationException("There is no interceptor behind this one");

    /// <summary>Asks another workflow to cancel.</summary>
    /// <param name="input">What is called.</param>
    /// <returns>Completes on arrival.</returns>
    public virtual Task CancelExternalWorkflowAsync(CancelExternalWorkflowInput input) => Next.CancelExternalWorkflowAsync(input);

    /// <summary>Makes the exception that begins the next run.</summary>
    /// <param name="input">What is called.</param>
    /// <returns>The exception.</returns>
    public virtual ContinueAsNewException CreateContinueAsNewException(CreateContinueAsNewExceptionInput input) => Next.CreateContinueAsNewException(input);

    /// <summary>Waits.</summary>
    /// <param name="input">What is called.</param>
    /// <returns>Completes after the delay.</returns>
    public virtual Task DelayAsync(DelayAsyncInput input) => Next.DelayAsync(input);

    /// <summary>Runs an activity.</summary>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="input">What is called.</param>
    /// <returns>Its result.</returns>
    public virtual Task<TResult> ScheduleActivityAsync<TResult>(ScheduleActivityInput input) => Next.ScheduleActivityAsync<TResult>(input);

    /// <summary>Runs a local activity.</summary>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="input">What is called.</param>
    /// <returns>Its result.</returns>
    public virtual Task<TResult> ScheduleLocalActivityAsync<TResult>(ScheduleLocalActivityInput input) => Next.ScheduleLocalActivityAsync<TResult>(input);

    /// <summary>Signals a child.</summary>
    /// <param name="input">What is called.</param>
    /// <returns>Completes on arrival.</returns>
    public virtual Task SignalChildWorkflowAsync(SignalChildWorkflowInput input) => Next.SignalChildWorkflowAsync(input);

    /// <summary>Signals another workflow.</summary>
    /// <param name="input">What is called.</param>
    /// <returns>Completes on arrival.</returns>
    public virtual Task SignalExternalWorkflowAsync(SignalExternalWorkflowInput input) => Next.SignalExternalWorkflowAsync(input);

    /// <summary>Starts a child.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="input">What is called.</param>
    /// <returns>Its handle, once it has started.</returns>
    public virtual Task<ChildWorkflowHandle<TWorkflow, TResult>> StartChildWorkflowAsync<TWorkflow, TResult>(StartChildWorkflowInput input) => Next.StartChildWorkflowAsync<TWorkflow, TResult>(input);
}
