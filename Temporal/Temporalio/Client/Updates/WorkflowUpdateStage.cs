namespace Temporalio.Client;

/// <summary>How far an update is.</summary>
public enum WorkflowUpdateStage
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>The server knows of it.</summary>
    Admitted = 1,

    /// <summary>The workflow accepted it: its validator let it pass.</summary>
    Accepted = 2,

    /// <summary>Its handler ended.</summary>
    Completed = 3,
}
