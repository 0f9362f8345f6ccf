namespace TemporalVideo.DevServer.Executions;

/// <summary>Names a workflow: all its runs share it.</summary>
internal readonly record struct WorkflowKey(string NamespaceId, string WorkflowId);
