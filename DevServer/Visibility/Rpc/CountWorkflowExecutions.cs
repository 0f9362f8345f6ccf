using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Visibility.Filters;

namespace TemporalVideo.DevServer.Visibility.Rpc;

/// <summary>Counts the runs that pass a filter, on request by status.</summary>
internal sealed class CountWorkflowExecutions(VisibilityQueries queries)
    : RpcHandler<CountWorkflowExecutionsRequest, CountWorkflowExecutionsResponse>
{
    public override Task<CountWorkflowExecutionsResponse> HandleAsync(CountWorkflowExecutionsRequest request, ServiceCall call)
    {
        var query = FilterParser.Parse(request.Query);
        if (query.GroupBy is null)
        {
            return Task.FromResult(new CountWorkflowExecutionsResponse { Count = queries.Count(request.Namespace, query.Where) });
        }

        if (query.GroupBy != "ExecutionStatus")
        {
            throw FilterErrors.NotSupported("'group by' clause is only supported for ExecutionStatus search attribute");
        }

        var response = new CountWorkflowExecutionsResponse();
        foreach (var (status, count) in queries.CountByStatus(request.Namespace, query.Where))
        {
            response.Count += count;
            response.Groups.Add(new CountWorkflowExecutionsResponse.Types.AggregationGroup
            {
                Count = count,
                GroupValues = { Keyword(((WorkflowExecutionStatus)status).ToString()) },
            });
        }

        return Task.FromResult(response);
    }

    private static Payload Keyword(string value) => new()
    {
        Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain"), ["type"] = ByteString.CopyFromUtf8("Keyword") },
        Data = ByteString.CopyFromUtf8($"\"{value}\""),
    };
}
