using Temporalio.Client.Schedules;

namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.BackfillScheduleAsync" />; to be changed by <c>with</c> only.</summary>
/// <param name="Id">Schedule id.</param>
/// <param name="Backfills">The times.</param>
/// <param name="RpcOptions">Options of the call.</param>
public record BackfillScheduleInput(
    string Id,
    IReadOnlyCollection<ScheduleBackfill> Backfills,
    RpcOptions? RpcOptions);
