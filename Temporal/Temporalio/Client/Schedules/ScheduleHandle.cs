using Temporalio.Client.Interceptors;

namespace Temporalio.Client.Schedules;

/// <summary>Handle of a schedule. Every call throws <see cref="Exceptions.RpcException" /> when it fails.</summary>
/// <param name="Client">Client that it uses.</param>
/// <param name="Id">Schedule id.</param>
public record ScheduleHandle(ITemporalClient Client, string Id)
{
    /// <summary>Takes the actions of past times, as if they passed now.</summary>
    /// <exception cref="ArgumentException">No times are given.</exception>
    public Task BackfillAsync(IReadOnlyCollection<ScheduleBackfill> backfills, RpcOptions? rpcOptions = null) =>
        backfills.Count == 0
            ? throw new ArgumentException("At least one backfill is required.", nameof(backfills))
            : Client.OutboundInterceptor.BackfillScheduleAsync(new BackfillScheduleInput(Id, backfills, rpcOptions));

    /// <summary>Deletes the schedule; its running workflows go on.</summary>
    public Task DeleteAsync(RpcOptions? rpcOptions = null) =>
        Client.OutboundInterceptor.DeleteScheduleAsync(new DeleteScheduleInput(Id, rpcOptions));

    /// <summary>Describes the schedule.</summary>
    public Task<ScheduleDescription> DescribeAsync(RpcOptions? rpcOptions = null) =>
        Client.OutboundInterceptor.DescribeScheduleAsync(new DescribeScheduleInput(Id, rpcOptions));

    /// <summary>Pauses the schedule.</summary>
    /// <param name="note">Why; kept as the schedule's note.</param>
    /// <param name="rpcOptions">Options of the call.</param>
    public Task PauseAsync(string? note = null, RpcOptions? rpcOptions = null) =>
        Client.OutboundInterceptor.PauseScheduleAsync(new PauseScheduleInput(Id, note, rpcOptions));

    /// <summary>Takes the schedule's action now.</summary>
    public Task TriggerAsync(ScheduleTriggerOptions? options = null) =>
        Client.OutboundInterceptor.TriggerScheduleAsync(new TriggerScheduleInput(Id, options));

    /// <summary>Ends the pause.</summary>
    /// <param name="note">Why; kept as the schedule's note.</param>
    /// <param name="rpcOptions">Options of the call.</param>
    public Task UnpauseAsync(string? note = null, RpcOptions? rpcOptions = null) =>
        Client.OutboundInterceptor.UnpauseScheduleAsync(new UnpauseScheduleInput(Id, note, rpcOptions));

    /// <summary>Changes the schedule.</summary>
    /// <param name="updater">Makes the update from the current description; null means no change. Called again after a conflict.</param>
    /// <param name="rpcOptions">Options of the calls.</param>
    public Task UpdateAsync(Func<ScheduleUpdateInput, ScheduleUpdate?> updater, RpcOptions? rpcOptions = null) =>
        UpdateAsync(input => Task.FromResult(updater(input)), rpcOptions);

    /// <inheritdoc cref="UpdateAsync(Func{ScheduleUpdateInput, ScheduleUpdate?}, RpcOptions?)" />
    public Task UpdateAsync(Func<ScheduleUpdateInput, Task<ScheduleUpdate?>> updater, RpcOptions? rpcOptions = null) =>
        Client.OutboundInterceptor.UpdateScheduleAsync(new UpdateScheduleInput(Id, updater, rpcOptions));
}
