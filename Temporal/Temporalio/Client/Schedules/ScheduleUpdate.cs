using Temporalio.Common;

namespace Temporalio.Client.Schedules;

/// <summary>A change of a schedule.</summary>
/// <param name="Schedule">The schedule from now on.</param>
/// <param name="TypedSearchAttributes">Its search attributes from now on; null leaves them.</param>
public record ScheduleUpdate(Schedule Schedule, SearchAttributeCollection? TypedSearchAttributes = null);
