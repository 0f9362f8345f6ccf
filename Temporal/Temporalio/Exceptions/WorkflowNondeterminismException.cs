namespace Temporalio.Exceptions;

/// <summary>
/// Workflow code did something else than its history tells. Seen in replayers; named as a failure exception type, it makes
/// such workflows fail instead of waiting for mended code.
/// </summary>
public class WorkflowNondeterminismException : InvalidWorkflowOperationException
{
    internal WorkflowNondeterminismException(string message)
        : base(message)
    {
    }
}
