using System.Linq.Expressions;
using Temporalio.Api.Common.V1;
using Temporalio.Common;
using Temporalio.Workflows;

namespace Temporalio.Client;

/// <summary>How an update with start starts its workflow. Each can be used for one call.</summary>
public abstract class WithStartWorkflowOperation : ICloneable
{
    private int _used;

    private protected WithStartWorkflowOperation(string workflow, IReadOnlyCollection<object?> args, WorkflowOptions options)
    {
        Workflow = workflow;
        Args = args;
        Options = options;
    }

    /// <summary>Workflow type.</summary>
    public string Workflow { get; set; }

    /// <summary>Arguments of the workflow.</summary>
    public IReadOnlyCollection<object?> Args { get; set; }

    /// <summary>Options of the workflow.</summary>
    public WorkflowOptions Options { get; set; }

    /// <summary>Headers of the workflow.</summary>
    public IDictionary<string, Payload>? Headers { get; set; }

    /// <summary>Starts a workflow by a call of its run method.</summary>
    /// <param name="workflowRunCall">The call.</param>
    /// <param name="options">Options; id, task queue and conflict policy are required, start signal and RPC options not allowed.</param>
    public static WithStartWorkflowOperation<WorkflowHandle<TWorkflow, TResult>> Create<TWorkflow, TResult>(
        Expression<Func<TWorkflow, Task<TResult>>> workflowRunCall, WorkflowOptions options)
    {
        var (method, args) = ExpressionUtil.ExtractCall(workflowRunCall);
        return new(
            WorkflowDefinition.NameFromRunMethodForCall(method), args, options, (client, id, runId) => new(client, id, null, runId, runId));
    }

    /// <inheritdoc cref="Create{TWorkflow, TResult}(Expression{Func{TWorkflow, Task{TResult}}}, WorkflowOptions)" />
    public static WithStartWorkflowOperation<WorkflowHandle<TWorkflow>> Create<TWorkflow>(
        Expression<Func<TWorkflow, Task>> workflowRunCall, WorkflowOptions options)
    {
        var (method, args) = ExpressionUtil.ExtractCall(workflowRunCall);
        return new(
            WorkflowDefinition.NameFromRunMethodForCall(method), args, options, (client, id, runId) => new(client, id, null, runId, runId));
    }

    /// <summary>Starts a workflow by name.</summary>
    /// <param name="workflow">Workflow type.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; id, task queue and conflict policy are required, start signal and RPC options not allowed.</param>
    public static WithStartWorkflowOperation<WorkflowHandle> Create(
        string workflow, IReadOnlyCollection<object?> args, WorkflowOptions options) =>
        new(workflow, args, options, (client, id, runId) => new(client, id, null, runId, runId));

    /// <summary>A copy, whose handle is the same.</summary>
    public abstract object Clone();

    internal bool TryMarkUsed() => Interlocked.Exchange(ref _used, 1) == 0;

    /// <summary>Gives the handle of the started workflow; later calls change nothing.</summary>
    internal abstract void SetStarted(ITemporalClient client, string runId);

    /// <summary>Fails the handle; changes nothing if it is there.</summary>
    internal abstract void SetException(Exception exception);
}
