namespace Temporalio.Client;

/// <summary>Options of executing an update with start; <see cref="StartWorkflowOperation" /> is required.</summary>
public class WorkflowUpdateWithStartOptions : WorkflowUpdateOptions
{
    /// <summary>Options without the required operation.</summary>
    public WorkflowUpdateWithStartOptions()
    {
    }

    /// <summary>Options with the operation.</summary>
    public WorkflowUpdateWithStartOptions(WithStartWorkflowOperation startWorkflowOperation) =>
        StartWorkflowOperation = startWorkflowOperation;

    /// <summary>Options with an id and the operation.</summary>
    public WorkflowUpdateWithStartOptions(string id, WithStartWorkflowOperation startWorkflowOperation)
        : base(id) => StartWorkflowOperation = startWorkflowOperation;

    /// <summary>How to start the workflow; it can be used once.</summary>
    public WithStartWorkflowOperation? StartWorkflowOperation { get; set; }

    internal WorkflowStartUpdateWithStartOptions ToStartOptions() => new()
    {
        Id = Id,
        Rpc = Rpc,
        StartWorkflowOperation = StartWorkflowOperation,
        WaitForStage = WorkflowUpdateStage.Completed,
    };
}
