namespace Temporalio.Client;

/// <summary>
/// Options of starting an update with start; <see cref="StartWorkflowOperation" /> and
/// <see cref="WorkflowUpdateStartOptions.WaitForStage" /> are required.
/// </summary>
public class WorkflowStartUpdateWithStartOptions : WorkflowUpdateStartOptions
{
    /// <summary>Options without what is required.</summary>
    public WorkflowStartUpdateWithStartOptions()
    {
    }

    /// <summary>Options with what is required.</summary>
    public WorkflowStartUpdateWithStartOptions(
        WithStartWorkflowOperation startWorkflowOperation, WorkflowUpdateStage waitForStage)
        : base(waitForStage) => StartWorkflowOperation = startWorkflowOperation;

    /// <summary>Options with an id and what is required.</summary>
    public WorkflowStartUpdateWithStartOptions(
        string id, WithStartWorkflowOperation startWorkflowOperation, WorkflowUpdateStage waitForStage)
        : base(id, waitForStage) => StartWorkflowOperation = startWorkflowOperation;

    /// <summary>How to start the workflow; it can be used once.</summary>
    public WithStartWorkflowOperation? StartWorkflowOperation { get; set; }
}
