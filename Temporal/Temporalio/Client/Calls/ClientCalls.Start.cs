using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client.Interceptors;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace Temporalio.Client;

internal sealed partial class ClientCalls
{
    /// <inheritdoc />
    public override async Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(StartWorkflowInput input)
    {
        var options = input.Options;
        if (options.StartSignalArgs != null && options.StartSignal == null)
        {
            throw new ArgumentException("StartSignalArgs are given without a StartSignal.");
        }

        var request = await StartRequestAsync(input.Workflow, input.Args, options, input.Headers).ConfigureAwait(false);
        try
        {
            if (options.StartSignal == null)
            {
                var started = await Service.StartWorkflowExecutionAsync(request, Retried(options.Rpc)).ConfigureAwait(false);
                return new(client, options.Id!, null, started.RunId, started.RunId);
            }

            var signalRequest = await SignalWithStartRequestAsync(request, options).ConfigureAwait(false);
            var signaled = await Service.SignalWithStartWorkflowExecutionAsync(signalRequest, Retried(options.Rpc)).ConfigureAwait(false);
            return new(client, options.Id!, null, signaled.RunId);
        }
        catch (RpcException e) when (AlreadyStarted(e, options.Id!, input.Workflow) is { } alreadyStarted)
        {
            throw alreadyStarted;
        }
    }

    private static WorkflowAlreadyStartedException? AlreadyStarted(RpcException exception, string workflowId, string workflowType) =>
        exception.Detail<WorkflowExecutionAlreadyStartedFailure>() is { } failure
            ? new WorkflowAlreadyStartedException(exception.Message, workflowId, workflowType, failure.RunId)
            : null;

    private async Task<StartWorkflowExecutionRequest> StartRequestAsync(
        string workflow, IReadOnlyCollection<object?> args, WorkflowOptions options, IDictionary<string, Payload>? headers)
    {
        if (string.IsNullOrEmpty(options.Id) || string.IsNullOrEmpty(options.TaskQueue))
        {
            throw new ArgumentException($"Id and TaskQueue are required to start {workflow}.");
        }

        return new StartWorkflowExecutionRequest
        {
            Namespace = Namespace,
            WorkflowId = options.Id,
            WorkflowType = new WorkflowType { Name = workflow },
            TaskQueue = new() { Name = options.TaskQueue },
            Input = await Converter.ToPayloadsProtoAsync(args).ConfigureAwait(false),
            Identity = Identity,
            RequestId = NewRequestId(),
            WorkflowExecutionTimeout = options.ExecutionTimeout?.ToDuration(),
            WorkflowRunTimeout = options.RunTimeout?.ToDuration(),
            WorkflowTaskTimeout = options.TaskTimeout?.ToDuration(),
            WorkflowStartDelay = options.StartDelay?.ToDuration(),
            WorkflowIdReusePolicy = options.IdReusePolicy,
            WorkflowIdConflictPolicy = options.IdConflictPolicy,
            RetryPolicy = options.RetryPolicy?.ToProto(),
            CronSchedule = options.CronSchedule ?? string.Empty,
            Memo = await Converter.ToMemoAsync(options.Memo).ConfigureAwait(false),
            SearchAttributes = options.TypedSearchAttributes is { Count: > 0 } attributes ? attributes.ToProto() : null,
            Header = await HeaderDictionary.ToProtoAsync(headers, Converter.PayloadCodec).ConfigureAwait(false),
            UserMetadata = await Converter.ToUserMetadataAsync(options.StaticSummary, options.StaticDetails).ConfigureAwait(false),
            Priority = options.Priority?.ToProto(),
        };
    }

    private async Task<SignalWithStartWorkflowExecutionRequest> SignalWithStartRequestAsync(
        StartWorkflowExecutionRequest start, WorkflowOptions options) => new()
        {
            Namespace = start.Namespace,
            WorkflowId = start.WorkflowId,
            WorkflowType = start.WorkflowType,
            TaskQueue = start.TaskQueue,
            Input = start.Input,
            Identity = start.Identity,
            RequestId = start.RequestId,
            WorkflowExecutionTimeout = start.WorkflowExecutionTimeout,
            WorkflowRunTimeout = start.WorkflowRunTimeout,
            WorkflowTaskTimeout = start.WorkflowTaskTimeout,
            WorkflowStartDelay = start.WorkflowStartDelay,
            WorkflowIdReusePolicy = start.WorkflowIdReusePolicy,
            WorkflowIdConflictPolicy = start.WorkflowIdConflictPolicy,
            RetryPolicy = start.RetryPolicy,
            CronSchedule = start.CronSchedule,
            Memo = start.Memo,
            SearchAttributes = start.SearchAttributes,
            Header = start.Header,
            UserMetadata = start.UserMetadata,
            Priority = start.Priority,
            SignalName = options.StartSignal,
            SignalInput = await Converter.ToPayloadsProtoAsync(options.StartSignalArgs).ConfigureAwait(false),
        };
}
