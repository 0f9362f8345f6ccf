using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client.Interceptors;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace Temporalio.Client;

internal sealed partial class ClientCalls
{
    /// <inheritdoc />
    public override async Task SignalWorkflowAsync(SignalWorkflowInput input)
    {
        var request = new SignalWorkflowExecutionRequest
        {
            Namespace = Namespace,
            WorkflowExecution = Execution(input.Id, input.RunId),
            SignalName = input.Signal,
            Input = await Converter.ToPayloadsProtoAsync(input.Args).ConfigureAwait(false),
            Identity = Identity,
            RequestId = NewRequestId(),
            Header = await HeaderDictionary.ToProtoAsync(input.Headers, Converter.PayloadCodec).ConfigureAwait(false),
        };
        await Service.SignalWorkflowExecutionAsync(request, Retried(input.Options?.Rpc)).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public override async Task<TResult> QueryWorkflowAsync<TResult>(QueryWorkflowInput input)
    {
        var request = new QueryWorkflowRequest
        {
            Namespace = Namespace,
            Execution = Execution(input.Id, input.RunId),
            Query = new WorkflowQuery
            {
                QueryType = input.Query,
                QueryArgs = await Converter.ToPayloadsProtoAsync(input.Args).ConfigureAwait(false),
                Header = await HeaderDictionary.ToProtoAsync(input.Headers, Converter.PayloadCodec).ConfigureAwait(false),
            },
            QueryRejectCondition = input.Options?.RejectCondition ?? client.Options.QueryRejectCondition ?? default,
        };
        QueryWorkflowResponse response;
        try
        {
            response = await Service.QueryWorkflowAsync(request, Retried(input.Options?.Rpc)).ConfigureAwait(false);
        }
        catch (RpcException e) when (e.HasDetail(QueryFailedFailure.Descriptor))
        {
            throw new WorkflowQueryFailedException(e.Message);
        }

        return response.QueryRejected is { } rejected
            ? throw new WorkflowQueryRejectedException(rejected.Status)
            : await Converter.ToResultAsync<TResult>(response.QueryResult).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public override async Task<WorkflowExecutionDescription> DescribeWorkflowAsync(DescribeWorkflowInput input)
    {
        var request = new DescribeWorkflowExecutionRequest { Namespace = Namespace, Execution = Execution(input.Id, input.RunId) };
        var description = await Service.DescribeWorkflowExecutionAsync(request, Retried(input.Options?.Rpc)).ConfigureAwait(false);
        return await WorkflowExecutionDescription.FromProtoAsync(description, Converter).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public override async Task CancelWorkflowAsync(CancelWorkflowInput input)
    {
        var request = new RequestCancelWorkflowExecutionRequest
        {
            Namespace = Namespace,
            WorkflowExecution = Execution(input.Id, input.RunId),
            FirstExecutionRunId = input.FirstExecutionRunId ?? string.Empty,
            Identity = Identity,
            RequestId = NewRequestId(),
        };
        await Service.RequestCancelWorkflowExecutionAsync(request, Retried(input.Options?.Rpc)).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public override async Task TerminateWorkflowAsync(TerminateWorkflowInput input)
    {
        var request = new TerminateWorkflowExecutionRequest
        {
            Namespace = Namespace,
            WorkflowExecution = Execution(input.Id, input.RunId),
            FirstExecutionRunId = input.FirstExecutionRunId ?? string.Empty,
            Reason = input.Reason ?? string.Empty,
            Details = await Converter.ToPayloadsProtoAsync(input.Options?.Details).ConfigureAwait(false),
            Identity = Identity,
        };
        await Service.TerminateWorkflowExecutionAsync(request, Retried(input.Options?.Rpc)).ConfigureAwait(false);
    }

    private static Api.Common.V1.WorkflowExecution Execution(string id, string? runId) => new() { WorkflowId = id, RunId = runId ?? string.Empty };
}
