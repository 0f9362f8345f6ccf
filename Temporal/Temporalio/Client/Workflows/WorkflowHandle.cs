using Temporalio.Client.Interceptors;
using Temporalio.Exceptions;

namespace Temporalio.Client;

/// <summary>Handle of a workflow.</summary>
/// <param name="Client">Client that it uses.</param>
/// <param name="Id">Workflow id.</param>
/// <param name="RunId">Run that signals, queries and updates insist on; null, as after a start, means the latest run.</param>
/// <param name="ResultRunId">Run whose result is waited for, and those that follow it; null means the latest run.</param>
/// <param name="FirstExecutionRunId">First run of the chain that cancel and terminate insist on; null means any.</param>
public partial record WorkflowHandle(
    ITemporalClient Client, string Id, string? RunId = null, string? ResultRunId = null, string? FirstExecutionRunId = null)
{
    /// <summary>Waits for the workflow's end.</summary>
    /// <param name="followRuns">Whether to go on with the runs that follow by continue-as-new, retry or cron.</param>
    /// <param name="rpcOptions">Options of the calls.</param>
    /// <exception cref="WorkflowFailedException">It failed, or was canceled, terminated or timed out.</exception>
    /// <exception cref="WorkflowContinuedAsNewException">It continued as new, and runs are not followed.</exception>
    /// <exception cref="RpcException">A call failed.</exception>
    public Task GetResultAsync(bool followRuns = true, RpcOptions? rpcOptions = null) => GetResultAsync<ValueTuple>(followRuns, rpcOptions);

    /// <summary>Waits for the workflow's result.</summary>
    /// <inheritdoc cref="GetResultAsync(bool, RpcOptions?)" />
    public virtual Task<TResult> GetResultAsync<TResult>(bool followRuns = true, RpcOptions? rpcOptions = null) =>
        WorkflowResult.WaitAsync<TResult>(this, followRuns, rpcOptions);

    /// <summary>Describes the workflow.</summary>
    /// <exception cref="RpcException">The call failed, for example because there is no such workflow.</exception>
    public Task<WorkflowExecutionDescription> DescribeAsync(WorkflowDescribeOptions? options = null) =>
        Client.OutboundInterceptor.DescribeWorkflowAsync(new DescribeWorkflowInput(Id, RunId, options));

    /// <summary>Asks the workflow to cancel; returns when the request is recorded.</summary>
    /// <exception cref="RpcException">The call failed.</exception>
    public Task CancelAsync(WorkflowCancelOptions? options = null) =>
        Client.OutboundInterceptor.CancelWorkflowAsync(new CancelWorkflowInput(Id, RunId, FirstExecutionRunId, options));

    /// <summary>Terminates the workflow.</summary>
    /// <param name="reason">Why; kept in the history.</param>
    /// <param name="options">Options.</param>
    /// <exception cref="RpcException">The call failed, for example because it is closed.</exception>
    public Task TerminateAsync(string? reason = null, WorkflowTerminateOptions? options = null) =>
        Client.OutboundInterceptor.TerminateWorkflowAsync(new TerminateWorkflowInput(Id, RunId, FirstExecutionRunId, reason, options));
}
