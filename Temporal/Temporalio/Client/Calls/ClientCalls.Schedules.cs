using System.Runtime.CompilerServices;
using Google.Protobuf;
using Temporalio.Api.Schedule.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client.Interceptors;
using Temporalio.Client.Schedules;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace Temporalio.Client;

internal sealed partial class ClientCalls
{
    private const int MaximumUpdateAttempts = 5;

    /// <inheritdoc />
    public override async Task<ScheduleHandle> CreateScheduleAsync(CreateScheduleInput input)
    {
        var options = input.Options ?? new ScheduleOptions();
        var request = new CreateScheduleRequest
        {
            Namespace = Namespace,
            ScheduleId = input.Id,
            Schedule = await input.Schedule.ToProtoAsync(Converter).ConfigureAwait(false),
            Identity = Identity,
            RequestId = NewRequestId(),
            Memo = await Converter.ToMemoAsync(options.Memo).ConfigureAwait(false),
            SearchAttributes = options.TypedSearchAttributes?.ToProto(),
        };
        if (options.TriggerImmediately || options.Backfills.Count > 0)
        {
            request.InitialPatch = new SchedulePatch
            {
                BackfillRequest = { options.Backfills.Select(backfill => backfill.ToProto()) },
                TriggerImmediately = options.TriggerImmediately
                    ? new TriggerImmediatelyRequest { OverlapPolicy = input.Schedule.Policy.Overlap }
                    : null,
            };
        }

        try
        {
            await Service.CreateScheduleAsync(request, Retried(options.Rpc)).ConfigureAwait(false);
        }
        catch (RpcException e) when (e.Code == RpcException.StatusCode.AlreadyExists)
        {
            throw new ScheduleAlreadyRunningException();
        }

        return new ScheduleHandle(client, input.Id);
    }

    /// <inheritdoc />
    public override IAsyncEnumerable<ScheduleListDescription> ListSchedulesAsync(ListSchedulesInput input) => EnumerateSchedulesAsync(input);

    /// <inheritdoc />
    public override Task BackfillScheduleAsync(BackfillScheduleInput input) => PatchAsync(
        input.Id, new SchedulePatch { BackfillRequest = { input.Backfills.Select(backfill => backfill.ToProto()) } }, input.RpcOptions);

    /// <inheritdoc />
    public override async Task DeleteScheduleAsync(DeleteScheduleInput input) => await Service.DeleteScheduleAsync(
        new DeleteScheduleRequest { Namespace = Namespace, ScheduleId = input.Id, Identity = Identity },
        Retried(input.RpcOptions)).ConfigureAwait(false);

    /// <inheritdoc />
    public override async Task<ScheduleDescription> DescribeScheduleAsync(DescribeScheduleInput input)
    {
        var request = new DescribeScheduleRequest { Namespace = Namespace, ScheduleId = input.Id };
        var raw = await Service.DescribeScheduleAsync(request, Retried(input.RpcOptions)).ConfigureAwait(false);
        return await ScheduleDescription.FromProtoAsync(input.Id, raw, Converter).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public override Task PauseScheduleAsync(PauseScheduleInput input) =>
        PatchAsync(input.Id, new SchedulePatch { Pause = input.Note ?? "Paused via .NET SDK" }, input.RpcOptions);

    /// <inheritdoc />
    public override Task TriggerScheduleAsync(TriggerScheduleInput input) => PatchAsync(
        input.Id,
        new SchedulePatch { TriggerImmediately = new TriggerImmediatelyRequest { OverlapPolicy = input.Options?.Overlap ?? default } },
        input.Options?.Rpc);

    /// <inheritdoc />
    public override Task UnpauseScheduleAsync(UnpauseScheduleInput input) =>
        PatchAsync(input.Id, new SchedulePatch { Unpause = input.Note ?? "Unpaused via .NET SDK" }, input.RpcOptions);

    /// <inheritdoc />
    public override async Task UpdateScheduleAsync(UpdateScheduleInput input)
    {
        for (var attempt = 1; ; attempt++)
        {
            var description = await client.OutboundInterceptor
                .DescribeScheduleAsync(new DescribeScheduleInput(input.Id, input.RpcOptions)).ConfigureAwait(false);
            if (await input.Updater(new ScheduleUpdateInput(description)).ConfigureAwait(false) is not { } update)
            {
                return;
            }

            try
            {
                await UpdateAsync(description, update, input.RpcOptions).ConfigureAwait(false);
                return;
            }
            catch (RpcException e) when (e.Code == RpcException.StatusCode.FailedPrecondition && attempt < MaximumUpdateAttempts)
            {
                // Somebody else changed it in between.
            }
        }
    }

    private async Task UpdateAsync(ScheduleDescription description, ScheduleUpdate update, RpcOptions? rpcOptions)
    {
        var request = new UpdateScheduleRequest
        {
            Namespace = Namespace,
            ScheduleId = description.Id,
            Schedule = await update.Schedule.ToProtoAsync(Converter).ConfigureAwait(false),
            ConflictToken = description.RawDescription.ConflictToken,
            SearchAttributes = update.TypedSearchAttributes?.ToProto(),
            Identity = Identity,
            RequestId = NewRequestId(),
        };
        await Service.UpdateScheduleAsync(request, Retried(rpcOptions)).ConfigureAwait(false);
    }

    private async Task PatchAsync(string id, SchedulePatch patch, RpcOptions? rpcOptions) => await Service.PatchScheduleAsync(
        new PatchScheduleRequest { Namespace = Namespace, ScheduleId = id, Patch = patch, Identity = Identity, RequestId = NewRequestId() },
        Retried(rpcOptions)).ConfigureAwait(false);

    private async IAsyncEnumerable<ScheduleListDescription> EnumerateSchedulesAsync(
        ListSchedulesInput input, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken, input.Options?.Rpc?.CancellationToken ?? CancellationToken.None);
        var rpc = (RpcOptions)Retried(input.Options?.Rpc).Clone();
        rpc.CancellationToken = linked.Token;
        var request = new ListSchedulesRequest { Namespace = Namespace, Query = input.Options?.Query ?? string.Empty };
        do
        {
            var page = await Service.ListSchedulesAsync(request, rpc).ConfigureAwait(false);
            foreach (var entry in page.Schedules)
            {
                yield return new ScheduleListDescription(entry, Converter);
            }

            request.NextPageToken = page.NextPageToken;
        }
        while (request.NextPageToken != ByteString.Empty);
    }
}
