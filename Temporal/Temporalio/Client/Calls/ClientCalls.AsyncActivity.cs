using Google.Protobuf;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client.Interceptors;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace Temporalio.Client;

internal sealed partial class ClientCalls
{
    /// <inheritdoc />
    public override async Task HeartbeatAsyncActivityAsync(HeartbeatAsyncActivityInput input)
    {
        var rpc = Retried(input.Options?.Rpc);
        var details = await Converter.ToPayloadsProtoAsync(input.Options?.Details).ConfigureAwait(false);
        var cancelRequested = input.Activity switch
        {
            AsyncActivityHandle.TaskTokenReference token => (await Service.RecordActivityTaskHeartbeatAsync(
                new RecordActivityTaskHeartbeatRequest
                {
                    Namespace = Namespace,
                    TaskToken = ByteString.CopyFrom(token.TaskToken),
                    Identity = Identity,
                    Details = details,
                },
                rpc).ConfigureAwait(false)).CancelRequested,
            AsyncActivityHandle.IdReference id => (await Service.RecordActivityTaskHeartbeatByIdAsync(
                new RecordActivityTaskHeartbeatByIdRequest
                {
                    Namespace = Namespace,
                    WorkflowId = id.WorkflowId,
                    RunId = id.RunId ?? string.Empty,
                    ActivityId = id.ActivityId,
                    Identity = Identity,
                    Details = details,
                },
                rpc).ConfigureAwait(false)).CancelRequested,
            var other => throw UnknownReference(other),
        };
        if (cancelRequested)
        {
            throw new AsyncActivityCanceledException();
        }
    }

    /// <inheritdoc />
    public override async Task CompleteAsyncActivityAsync(CompleteAsyncActivityInput input)
    {
        var rpc = Retried(input.Options?.Rpc);
        var result = await Converter.ToPayloadsProtoAsync([input.Result]).ConfigureAwait(false);
        await (input.Activity switch
        {
            AsyncActivityHandle.TaskTokenReference token => (Task)Service.RespondActivityTaskCompletedAsync(
                new RespondActivityTaskCompletedRequest
                {
                    Namespace = Namespace,
                    TaskToken = ByteString.CopyFrom(token.TaskToken),
                    Identity = Identity,
                    Result = result,
                },
                rpc),
            AsyncActivityHandle.IdReference id => Service.RespondActivityTaskCompletedByIdAsync(
                new RespondActivityTaskCompletedByIdRequest
                {
                    Namespace = Namespace,
                    WorkflowId = id.WorkflowId,
                    RunId = id.RunId ?? string.Empty,
                    ActivityId = id.ActivityId,
                    Identity = Identity,
                    Result = result,
                },
                rpc),
            var other => throw UnknownReference(other),
        }).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public override async Task FailAsyncActivityAsync(FailAsyncActivityInput input)
    {
        var rpc = Retried(input.Options?.Rpc);
        var failure = await Converter.ToFailureAsync(input.Exception).ConfigureAwait(false);
        var details = await Converter.ToPayloadsProtoAsync(input.Options?.LastHeartbeatDetails).ConfigureAwait(false);
        await (input.Activity switch
        {
            AsyncActivityHandle.TaskTokenReference token => (Task)Service.RespondActivityTaskFailedAsync(
                new RespondActivityTaskFailedRequest
                {
                    Namespace = Namespace,
                    TaskToken = ByteString.CopyFrom(token.TaskToken),
                    Identity = Identity,
                    Failure = failure,
                    LastHeartbeatDetails = details,
                },
                rpc),
            AsyncActivityHandle.IdReference id => Service.RespondActivityTaskFailedByIdAsync(
                new RespondActivityTaskFailedByIdRequest
                {
                    Namespace = Namespace,
                    WorkflowId = id.WorkflowId,
                    RunId = id.RunId ?? string.Empty,
                    ActivityId = id.ActivityId,
                    Identity = Identity,
                    Failure = failure,
                    LastHeartbeatDetails = details,
                },
                rpc),
            var other => throw UnknownReference(other),
        }).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public override async Task ReportCancellationAsyncActivityAsync(ReportCancellationAsyncActivityInput input)
    {
        var rpc = Retried(input.Options?.Rpc);
        var details = await Converter.ToPayloadsProtoAsync(input.Options?.Details).ConfigureAwait(false);
        await (input.Activity switch
        {
            AsyncActivityHandle.TaskTokenReference token => (Task)Service.RespondActivityTaskCanceledAsync(
                new RespondActivityTaskCanceledRequest
                {
                    Namespace = Namespace,
                    TaskToken = ByteString.CopyFrom(token.TaskToken),
                    Identity = Identity,
                    Details = details,
                },
                rpc),
            AsyncActivityHandle.IdReference id => Service.RespondActivityTaskCanceledByIdAsync(
                new RespondActivityTaskCanceledByIdRequest
                {
                    Namespace = Namespace,
                    WorkflowId = id.WorkflowId,
                    RunId = id.RunId ?? string.Empty,
                    ActivityId = id.ActivityId,
                    Identity = Identity,
                    Details = details,
                },
                rpc),
            var other => throw UnknownReference(other),
        }).ConfigureAwait(false);
    }

    private static ArgumentException UnknownReference(AsyncActivityHandle.Reference reference) =>
        new($"An activity cannot be referred to by {reference.GetType().Name}.");
}
