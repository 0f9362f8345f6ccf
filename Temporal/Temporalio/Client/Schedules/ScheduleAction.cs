using Temporalio.Converters;
using Proto = Temporalio.Api.Schedule.V1;

namespace Temporalio.Client.Schedules;

/// <summary>What a schedule does.</summary>
public abstract record ScheduleAction
{
    internal static Task<ScheduleAction> FromProtoAsync(Proto.ScheduleAction proto, DataConverter converter) =>
        proto.StartWorkflow is { } start
            ? ScheduleActionStartWorkflow.FromProtoAsync(start, converter)
            : throw new InvalidOperationException($"The schedule has an action of the unknown kind {proto.ActionCase}.");

    internal abstract Task<Proto.ScheduleAction> ToProtoAsync(DataConverter converter);
}
