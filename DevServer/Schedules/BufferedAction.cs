using Temporalio.Api.Enums.V1;

namespace TemporalVideo.DevServer.Schedules;

/// <summary>An action whose time has come and that may have to wait.</summary>
/// <param name="Nominal">The time that gives the workflow its id.</param>
/// <param name="Actual">When it was due.</param>
/// <param name="Overlap">What to do while an earlier one still runs; unspecified means as the schedule says.</param>
/// <param name="IsManual">Asked for by a trigger or backfill: it does not count against a limit of actions.</param>
internal sealed record BufferedAction(DateTimeOffset Nominal, DateTimeOffset Actual, ScheduleOverlapPolicy Overlap, bool IsManual);
