namespace Temporalio.Worker.Interceptors;

/// <summary>A cancel request to another workflow.</summary>
/// <param name="Id">Id.</param>
/// <param name="RunId">Run id, or null for the latest run.</param>
public record CancelExternalWorkflowInput(
    string Id,
    string? RunId);
