namespace Temporalio.Client;

/// <summary>Options of starting an update; <see cref="WaitForStage" /> is required.</summary>
public class WorkflowUpdateStartOptions : WorkflowUpdateOptions
{
    /// <summary>Options without the required stage.</summary>
    public WorkflowUpdateStartOptions()
    {
    }

    /// <summary>Options with a stage.</summary>
    public WorkflowUpdateStartOptions(WorkflowUpdateStage waitForStage) => WaitForStage = waitForStage;

    /// <summary>Options with an id and a stage.</summary>
    public WorkflowUpdateStartOptions(string id, WorkflowUpdateStage waitForStage)
        : base(id) => WaitForStage = waitForStage;

    /// <summary>How far the update must be when the call returns: Accepted or Completed.</summary>
    public WorkflowUpdateStage WaitForStage { get; set; }
}
