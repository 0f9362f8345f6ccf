using Temporalio.Client.Schedules;

namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.ListSchedulesAsync" />; change it by <c>with</c>, as it may get more members.</summary>
/// <param name="Options">Options.</param>
public record ListSchedulesInput(
    ScheduleListOptions? Options);
