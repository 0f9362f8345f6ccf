namespace Temporalio.Client.Interceptors;

public abstract partial class ClientOutboundInterceptor
{
    /// <summary>Starts a workflow.</summary>
    /// <typeparam name="TWorkflow">Workflow type; <see cref="ValueTuple" /> if not known.</typeparam>
    /// <typeparam name="TResult">Its result; <see cref="ValueTuple" /> if none or not known.</typeparam>
    public virtual Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(StartWorkflowInput input) =>
        Next.StartWorkflowAsync<TWorkflow, TResult>(input);

    /// <summary>Starts an update, and the workflow if need be.</summary>
    public virtual Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateWithStartWorkflowAsync<TUpdateResult>(
        StartUpdateWithStartWorkflowInput input) => Next.StartUpdateWithStartWorkflowAsync<TUpdateResult>(input);

    /// <summary>Signals a workflow.</summary>
    public virtual Task SignalWorkflowAsync(SignalWorkflowInput input) => Next.SignalWorkflowAsync(input);

    /// <summary>Queries a workflow.</summary>
    public virtual Task<TResult> QueryWorkflowAsync<TResult>(QueryWorkflowInput input) => Next.QueryWorkflowAsync<TResult>(input);

    /// <summary>Starts an update.</summary>
    public virtual Task<WorkflowUpdateHandle<TResult>> StartWorkflowUpdateAsync<TResult>(StartWorkflowUpdateInput input) =>
        Next.StartWorkflowUpdateAsync<TResult>(input);

    /// <summary>Describes a workflow.</summary>
    public virtual Task<WorkflowExecutionDescription> DescribeWorkflowAsync(DescribeWorkflowInput input) =>
        Next.DescribeWorkflowAsync(input);

    /// <summary>Asks a workflow to cancel.</summary>
    public virtual Task CancelWorkflowAsync(CancelWorkflowInput input) => Next.CancelWorkflowAsync(input);

    /// <summary>Terminates a workflow.</summary>
    public virtual Task TerminateWorkflowAsync(TerminateWorkflowInput input) => Next.TerminateWorkflowAsync(input);

    /// <summary>Fetches a page of a history; it is never both empty and followed by another.</summary>
    public virtual Task<WorkflowHistoryEventPage> FetchWorkflowHistoryEventPageAsync(FetchWorkflowHistoryEventPageInput input) =>
        Next.FetchWorkflowHistoryEventPageAsync(input);

    /// <summary>Lists workflows.</summary>
    public virtual IAsyncEnumerable<WorkflowExecution> ListWorkflowsAsync(ListWorkflowsInput input) => Next.ListWorkflowsAsync(input);

    /// <summary>Counts workflows.</summary>
    public virtual Task<WorkflowExecutionCount> CountWorkflowsAsync(CountWorkflowsInput input) => Next.CountWorkflowsAsync(input);
}
