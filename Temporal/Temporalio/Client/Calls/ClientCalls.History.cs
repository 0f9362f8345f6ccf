using Google.Protobuf;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client.Interceptors;

namespace Temporalio.Client;

internal sealed partial class ClientCalls
{
    /// <inheritdoc />
    public override async Task<WorkflowHistoryEventPage> FetchWorkflowHistoryEventPageAsync(FetchWorkflowHistoryEventPageInput input)
    {
        var request = new GetWorkflowExecutionHistoryRequest
        {
            Namespace = Namespace,
            Execution = Execution(input.Id, input.RunId),
            MaximumPageSize = input.PageSize ?? 0,
            NextPageToken = input.NextPageToken is { } token ? ByteString.CopyFrom(token) : ByteString.Empty,
            WaitNewEvent = input.WaitNewEvent,
            HistoryEventFilterType = input.EventFilterType,
            SkipArchival = input.SkipArchival,
        };
        while (true)
        {
            var response = await Service.GetWorkflowExecutionHistoryAsync(request, Retried(input.Rpc)).ConfigureAwait(false);
            if (response.History is { Events.Count: > 0 } || response.NextPageToken.IsEmpty)
            {
                return new WorkflowHistoryEventPage(
                    response.History?.Events ?? [], response.NextPageToken.IsEmpty ? null : response.NextPageToken.ToByteArray());
            }

            request.NextPageToken = response.NextPageToken;
        }
    }
}
