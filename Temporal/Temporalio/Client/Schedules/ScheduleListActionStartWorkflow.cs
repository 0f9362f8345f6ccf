namespace Temporalio.Client.Schedules;

/// <summary>A listed schedule starts a workflow.</summary>
/// <param name="Workflow">Workflow type.</param>
public record ScheduleListActionStartWorkflow(string Workflow) : ScheduleListAction;
