namespace TemporalVideo.DevServer.Executions.Updates;

/// <summary>The run was closed before a worker had accepted the update.</summary>
/// <param name="continuedAsNew">The workflow goes on in a new run, which can have the update.</param>
internal sealed class UpdateAbortedException(bool continuedAsNew) : Exception("workflow update was aborted by closing workflow")
{
    public bool ContinuedAsNew { get; } = continuedAsNew;
}
