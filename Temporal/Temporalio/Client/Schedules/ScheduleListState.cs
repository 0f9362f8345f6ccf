namespace Temporalio.Client.Schedules;

/// <summary>Whether a listed schedule runs.</summary>
/// <param name="Note">Note for people.</param>
/// <param name="Paused">Whether it is paused.</param>
public record ScheduleListState(string? Note, bool Paused);
