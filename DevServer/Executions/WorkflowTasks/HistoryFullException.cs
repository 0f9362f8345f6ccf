namespace TemporalVideo.DevServer.Executions.WorkflowTasks;

/// <summary>A completion would make the history longer than it may be: nothing of it takes effect, and the run is terminated.</summary>
internal sealed class HistoryFullException(string reason) : Exception(reason);
