using Temporalio.Client.Schedules;

namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.UpdateScheduleAsync" />; change it by <c>with</c>, as it may get more members.</summary>
/// <param name="Id">Schedule id.</param>
/// <param name="Updater">Makes the update; called again after a conflict.</param>
/// <param name="RpcOptions">Options of the call.</param>
public record UpdateScheduleInput(
    string Id,
    Func<ScheduleUpdateInput, Task<ScheduleUpdate?>> Updater,
    RpcOptions? RpcOptions);
