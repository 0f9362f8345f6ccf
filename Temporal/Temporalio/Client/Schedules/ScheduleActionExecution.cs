namespace Temporalio.Client.Schedules;

/// <summary>An action that a schedule took.</summary>
public abstract record ScheduleActionExecution;
