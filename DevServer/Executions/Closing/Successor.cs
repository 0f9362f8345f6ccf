using Temporalio.Api.History.V1;

namespace TemporalVideo.DevServer.Executions.Closing;

/// <summary>The run that follows a closed one.</summary>
internal sealed record Successor(string RunId, WorkflowExecutionStartedEventAttributes Attributes);
