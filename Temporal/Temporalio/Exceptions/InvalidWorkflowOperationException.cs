namespace Temporalio.Exceptions;

/// <summary>Workflow code did what it may not do; fails the workflow task, not the workflow.</summary>
public class InvalidWorkflowOperationException : TemporalException
{
    private readonly string? _stackTrace;

    internal InvalidWorkflowOperationException(string message, string? stackTraceOverride = null)
        : base(message) => _stackTrace = stackTraceOverride;

    /// <inheritdoc />
    public override string? StackTrace => _stackTrace ?? base.StackTrace;
}
