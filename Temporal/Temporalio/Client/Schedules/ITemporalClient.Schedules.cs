using Temporalio.Client.Schedules;
using Temporalio.Exceptions;

namespace Temporalio.Client;

public partial interface ITemporalClient
{
    /// <summary>Creates a schedule.</summary>
    /// <param name="scheduleId">Its id.</param>
    /// <param name="schedule">The schedule.</param>
    /// <param name="options">Options.</param>
    /// <exception cref="ScheduleAlreadyRunningException">The id is in use.</exception>
    /// <exception cref="RpcException">The call failed otherwise.</exception>
    Task<ScheduleHandle> CreateScheduleAsync(string scheduleId, Schedule schedule, ScheduleOptions? options = null);

    /// <summary>A handle of a schedule; makes no call.</summary>
    ScheduleHandle GetScheduleHandle(string scheduleId);

    /// <summary>Lists schedules, page by page as it is enumerated.</summary>
    IAsyncEnumerable<ScheduleListDescription> ListSchedulesAsync(ScheduleListOptions? options = null);
}
