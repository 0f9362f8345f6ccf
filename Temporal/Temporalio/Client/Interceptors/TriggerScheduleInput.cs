using Temporalio.Client.Schedules;

namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.TriggerScheduleAsync" />; change it by <c>with</c>, as it may get more members.</summary>
/// <param name="Id">Schedule id.</param>
/// <param name="Options">Options.</param>
public record TriggerScheduleInput(
    string Id,
    ScheduleTriggerOptions? Options);
