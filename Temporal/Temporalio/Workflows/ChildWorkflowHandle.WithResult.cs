namespace Temporalio.Workflows;

/// <summary>A started child workflow of a known type with a result.</summary>
/// <typeparam name="TWorkflow">Workflow type.</typeparam>
/// <typeparam name="TResult">Type of the result.</typeparam>
public abstract class ChildWorkflowHandle<TWorkflow, TResult> : ChildWorkflowHandle<TWorkflow>
{
    /// <summary>Waits for the result of the child.</summary>
    /// <returns>The result.</returns>
    /// <exception cref="Exceptions.ChildWorkflowFailureException">The child did not succeed.</exception>
    public new Task<TResult> GetResultAsync() => GetResultAsync<TResult>();
}
