using System.Runtime.CompilerServices;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client.Interceptors;

namespace Temporalio.Client;

internal sealed partial class ClientCalls
{
    /// <inheritdoc />
    public override IAsyncEnumerable<WorkflowExecution> ListWorkflowsAsync(ListWorkflowsInput input) => EnumerateWorkflowsAsync(input);

    /// <inheritdoc />
    public override async Task<WorkflowExecutionCount> CountWorkflowsAsync(CountWorkflowsInput input)
    {
        var request = new CountWorkflowExecutionsRequest { Namespace = Namespace, Query = input.Query };
        return new WorkflowExecutionCount(
            await Service.CountWorkflowExecutionsAsync(request, Retried(input.Options?.Rpc)).ConfigureAwait(false));
    }

    private async IAsyncEnumerable<WorkflowExecution> EnumerateWorkflowsAsync(
        ListWorkflowsInput input, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken, input.Options?.Rpc?.CancellationToken ?? CancellationToken.None);
        var rpc = (RpcOptions)Retried(input.Options?.Rpc).Clone();
        rpc.CancellationToken = linked.Token;
        var limit = input.Options is { Limit: > 0 } options ? options.Limit : int.MaxValue;
        var request = new ListWorkflowExecutionsRequest { Namespace = Namespace, Query = input.Query };
        var yielded = 0;
        do
        {
            var page = await Service.ListWorkflowExecutionsAsync(request, rpc).ConfigureAwait(false);
            foreach (var info in page.Executions)
            {
                yield return new WorkflowExecution(info, Converter);
                if (++yielded >= limit)
                {
                    yield break;
                }
            }

            request.NextPageToken = page.NextPageToken;
        }
        while (!request.NextPageToken.IsEmpty);
    }
}
