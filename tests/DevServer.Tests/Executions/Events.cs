using Temporalio.Api.History.V1;

namespace TemporalVideo.DevServer.Tests.Executions;

/// <summary>Histories as text.</summary>
internal static class Events
{
    public static string Names(IEnumerable<HistoryEvent> events) =>
        string.Join(' ', events.Select(each => Short(each.EventType.ToString())));

    private static string Short(string name) => name
        .Replace("ChildWorkflowExecution", "Child", StringComparison.Ordinal)
        .Replace("WorkflowExecution", "", StringComparison.Ordinal)
        .Replace("WorkflowTask", "Task", StringComparison.Ordinal)
        .Replace("ActivityTask", "Activity", StringComparison.Ordinal);
}
