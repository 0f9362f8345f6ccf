using System.Linq.Expressions;
using Temporalio.Common;

namespace Temporalio.Workflows;

/// <summary>Another workflow of a known type.</summary>
/// <typeparam name="TWorkflow">Workflow type.</typeparam>
public class ExternalWorkflowHandle<TWorkflow> : ExternalWorkflowHandle
{
    internal ExternalWorkflowHandle(string id, string? runId)
        : base(id, runId)
    {
    }

    /// <summary>Signals the workflow and waits until the signal has arrived.</summary>
    /// <param name="signalCall">Call of the signal method.</param>
    /// <param name="options">Options.</param>
    /// <returns>Completes on arrival.</returns>
    /// <exception cref="Exceptions.ApplicationFailureException">There is no such workflow.</exception>
    public Task SignalAsync(Expression<Func<TWorkflow, Task>> signalCall, ExternalWorkflowSignalOptions? options = null)
    {
        var (method, args) = ExpressionUtil.ExtractCall(signalCall);
        return SignalAsync(WorkflowSignalDefinition.NameFromMethodForCall(method), args, options);
    }
}
