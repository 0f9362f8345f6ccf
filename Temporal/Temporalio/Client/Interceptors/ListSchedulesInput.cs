using Temporalio.Client.Schedules;

namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.ListSchedulesAsync" />; to be changed by <c>with</c> only.</summary>
/// <param name="Options">Options.</param>
public record ListSchedulesInput(
    ScheduleListOptions? Options);
