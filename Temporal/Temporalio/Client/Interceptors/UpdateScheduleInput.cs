using Temporalio.Client.Schedules;

namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.UpdateScheduleAsync" />; to be changed by <c>with</c> only.</summary>
/// <param name="Id">Schedule id.</param>
/// <param name="Updater">Makes the update; called again after a conflict.</param>
/// <param name="RpcOptions">Options of the call.</param>
public record UpdateScheduleInput(
    string Id,
    Func<ScheduleUpdateInput, Task<ScheduleUpdate?>> Updater,
    RpcOptions? RpcOptions);
