namespace Temporalio.Worker.Runs;

/// <summary>Workflow code holds its thread.</summary>
internal sealed class WorkflowDeadlockException(string message) : InvalidOperationException(message);
